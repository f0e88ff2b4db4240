// What bindings.cpp exports, as TypeScript sees it; the build puts it beside the module.
interface Kernels {
  x(): Float32Array<ArrayBuffer>;
  gradient(): Float32Array<ArrayBuffer>;
  parameters(): Float32Array<ArrayBuffer>;
  value(activation: number, n: number): void;
  derivative(activation: number, n: number): void;
  backward(activation: number, n: number): void;
  kinks(activation: number): number;
}

export type { Kernels };

/** Compiles and instantiates the module, synchronously. */
export default function instantiate(): Kernels;
