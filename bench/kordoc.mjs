// Reads the PDF whose path stands on each line of the input, and answers each with one line: the seconds of processor time.
import { createInterface } from "node:readline";
import { readFile } from "node:fs/promises";
import { parse } from "kordoc";

for await (const path of createInterface({ input: process.stdin })) {
  const begun = process.cpuUsage();
  let answer = "read";
  try {
    const bytes = await readFile(path);
    const found = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    if (!found.success) answer = `failed: ${found.error}`;
  } catch (error) {
    answer = `failed: ${error}`;
  }
  const spent = process.cpuUsage(begun);
  if (answer === "read") answer += ` ${(spent.user + spent.system) / 1e6}`;
  process.stdout.write(answer.replaceAll("\n", " ") + "\n");
}
