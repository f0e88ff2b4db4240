// What bindings.cpp exports, as TypeScript sees it; the build puts it beside the module.
type Rows = (activation: number, rows: number, columns: number, width: number) => void;

interface Kernels {
  x(): Float32Array;
  gradient(): Float32Array;
  parameters(): Float32Array;
  value: Rows;
  derivative: Rows;
  backward: Rows;
  slopeBackward: Rows;
  training(activation: number, form: number, n: number, seed: number, first: number): void;
  longRow(
    activation: number,
    backwards: boolean,
    columns: number,
    move: (store: boolean, from: number, count: number) => void,
  ): void;
  kinks(activation: number): number;
}

/** How a module is instantiated, synchronously: `receive` takes an instance with these imports. */
interface Start {
  // Without WebAssembly's own types: a program for Node need not have them.
  instantiateWasm: (
    imports: Record<string, Record<string, () => void>>,
    receive: (instance: object) => object,
  ) => object;
}

export type { Kernels, Start };

export default function instantiate(module: Start): Kernels;
