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

export type { Kernels };

/** Compiles and instantiates the module, synchronously. */
export default function instantiate(module: { wasmBinary: Uint8Array }): Kernels;
