// Reads the PDF whose path stands on each line of the input, and answers each with one line.
import { createInterface } from "node:readline";
import { readFile } from "node:fs/promises";
import { parse } from "kordoc";

for await (const path of createInterface({ input: process.stdin })) {
  let answer = "read";
  try {
    const bytes = await readFile(path);
    const found = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    if (!found.success) answer = `failed: ${found.error}`;
  } catch (error) {
    answer = `failed: ${error}`;
  }
  process.stdout.write(answer.replaceAll("\n", " ") + "\n");
}
