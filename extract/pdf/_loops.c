/* Calls into a C library made over whole arrays: one call of Python's for thousands of the library's.

   ask(function, result, owners, first, second, answers)
   fill(function, owners, first, outs, out)
   gather(addresses, sizes, out)

   `function` is the address of a C function. `owners` are pointers, as 64-bit integers; `first` and `second` are ints, or
   None where the function takes none. `out` has a row for every owner. What a wrong address does cannot be caught here;
   lengths that do not fit raise ValueError. `SlowLoops` in `loops.py` is the same in Python. Only the stable interface of
   CPython 3.11 is used, so that one binary serves every later version. */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>
#include <stdint.h>
#include <string.h>

#if UINTPTR_MAX != UINT64_MAX
#error "pointers are kept as 64-bit integers"
#endif

typedef void *Pointer;

/* A contiguous buffer; not `given`, without items and bytes, where the object was None. */
typedef struct {
    Py_buffer view;
    int given;
    void *items;
    Py_ssize_t bytes;
} Array;

static int open_array(Array *array, PyObject *object, int flags) {
    memset(array, 0, sizeof *array);
    if (object == Py_None) return 1;
    if (PyObject_GetBuffer(object, &array->view, PyBUF_C_CONTIGUOUS | flags) < 0) return 0;
    array->given = 1;
    array->items = array->view.buf;
    array->bytes = array->view.len;
    return 1;
}

static void close_arrays(Array *arrays, int count) {
    for (int number = 0; number < count; number++)
        if (arrays[number].given) PyBuffer_Release(&arrays[number].view);
}

static PyObject *refuse(Array *arrays, int count) {
    close_arrays(arrays, count);
    if (!PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "arrays whose lengths do not fit");
    return NULL;
}

#define EACH(type, parameters, arguments) \
    for (Py_ssize_t n = 0; n < count; n++) \
        answers[n] = (int64_t)(((type(*) parameters)function) arguments);
#define EACH_OF(type) \
    if (arrays[2].given) EACH(type, (Pointer, int, int), (owners[n], first[n], second[n])) \
    else if (arrays[1].given) EACH(type, (Pointer, int), (owners[n], first[n])) \
    else EACH(type, (Pointer), (owners[n]))

static PyObject *ask(PyObject *self, PyObject *args) {
    unsigned long long address;
    int result;
    PyObject *objects[4];
    Array arrays[4];
    if (!PyArg_ParseTuple(args, "KiOOOO", &address, &result, &objects[0], &objects[1], &objects[2], &objects[3]))
        return NULL;
    for (int number = 0; number < 4; number++)
        if (!open_array(&arrays[number], objects[number], number == 3 ? PyBUF_WRITABLE : 0))
            return refuse(arrays, number);
    Py_ssize_t count = arrays[3].bytes / (Py_ssize_t)sizeof(int64_t);
    if (arrays[0].bytes != count * (Py_ssize_t)sizeof(int64_t)) return refuse(arrays, 4);
    for (int number = 1; number < 3; number++)
        if (arrays[number].given && arrays[number].bytes != count * (Py_ssize_t)sizeof(int32_t))
            return refuse(arrays, 4);
    void (*function)(void) = (void (*)(void))(uintptr_t)address;
    int64_t *answers = arrays[3].items;
    Pointer *owners = arrays[0].items;
    const int32_t *first = arrays[1].items, *second = arrays[2].items;
    if (result == 0) { EACH_OF(int) }
    else if (result == 1) { EACH_OF(unsigned int) }
    else { EACH_OF(uintptr_t) }
    close_arrays(arrays, 4);
    Py_RETURN_NONE;
}

#define WRITE(parameters, arguments) \
    for (Py_ssize_t n = 0; n < count; n++, place += row) ((int(*) parameters)function) arguments;

static PyObject *fill(PyObject *self, PyObject *args) {
    unsigned long long address;
    int outs;
    PyObject *objects[3];
    Array arrays[3];
    if (!PyArg_ParseTuple(args, "KOOiO", &address, &objects[0], &objects[1], &outs, &objects[2])) return NULL;
    for (int number = 0; number < 3; number++)
        if (!open_array(&arrays[number], objects[number], number == 2 ? PyBUF_WRITABLE : 0))
            return refuse(arrays, number);
    Py_ssize_t count = arrays[0].bytes / (Py_ssize_t)sizeof(Pointer);
    if (arrays[1].given && arrays[1].bytes != count * (Py_ssize_t)sizeof(int32_t)) return refuse(arrays, 3);
    if (outs != 1 && outs != 2 && outs != 4) return refuse(arrays, 3);
    if (count == 0 ? arrays[2].bytes != 0 : arrays[2].bytes % (count * outs) != 0) return refuse(arrays, 3);
    void (*function)(void) = (void (*)(void))(uintptr_t)address;
    Pointer *owners = arrays[0].items;
    const int32_t *first = arrays[1].items;
    char *place = arrays[2].items;
    Py_ssize_t row = count ? arrays[2].bytes / count : 0, item = row / outs;
    int numbered = arrays[1].given;
    if (outs == 1 && !numbered) WRITE((Pointer, Pointer), (owners[n], place))
    else if (outs == 1) WRITE((Pointer, int, Pointer), (owners[n], first[n], place))
    else if (outs == 2 && !numbered) WRITE((Pointer, Pointer, Pointer), (owners[n], place, place + item))
    else if (outs == 2) WRITE((Pointer, int, Pointer, Pointer), (owners[n], first[n], place, place + item))
    else if (!numbered)
        WRITE((Pointer, Pointer, Pointer, Pointer, Pointer),
              (owners[n], place, place + item, place + 2 * item, place + 3 * item))
    else
        WRITE((Pointer, int, Pointer, Pointer, Pointer, Pointer),
              (owners[n], first[n], place, place + item, place + 2 * item, place + 3 * item))
    close_arrays(arrays, 3);
    Py_RETURN_NONE;
}

static PyObject *gather(PyObject *self, PyObject *args) {
    PyObject *objects[3];
    Array arrays[3];
    if (!PyArg_ParseTuple(args, "OOO", &objects[0], &objects[1], &objects[2])) return NULL;
    for (int number = 0; number < 3; number++)
        if (!open_array(&arrays[number], objects[number], number == 2 ? PyBUF_WRITABLE : 0))
            return refuse(arrays, number);
    Py_ssize_t count = arrays[0].bytes / (Py_ssize_t)sizeof(Pointer), total = 0;
    Pointer *addresses = arrays[0].items;
    const int64_t *sizes = arrays[1].items;
    char *place = arrays[2].items;
    if (arrays[1].bytes != arrays[0].bytes) return refuse(arrays, 3);
    for (Py_ssize_t n = 0; n < count; n++) {
        if (sizes[n] < 0 || sizes[n] > arrays[2].bytes) return refuse(arrays, 3);
        total += (Py_ssize_t)sizes[n];
    }
    if (total != arrays[2].bytes) return refuse(arrays, 3);
    for (Py_ssize_t n = 0; n < count; place += sizes[n], n++)
        if (sizes[n] > 0) memcpy(place, addresses[n], (size_t)sizes[n]);
    close_arrays(arrays, 3);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"ask", ask, METH_VARARGS, "What a function answers: to each owner, with its one or two ints."},
    {"fill", fill, METH_VARARGS, "What a function writes through 1, 2 or 4 pointers into the row of each owner."},
    {"gather", gather, METH_VARARGS, "So many bytes from each address, one after the other."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_loops", NULL, 0, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__loops(void) { return PyModuleDef_Init(&definition); }
