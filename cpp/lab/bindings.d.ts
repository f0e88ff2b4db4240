// The exports of bindings.cpp, for TypeScript. The build copies this file beside the module.
interface Lab {
  start(
    task: number,
    activation: number,
    hidden: number,
    optimiser: number,
    initialisation: number,
    batch: number,
    seed: number,
    learningRate: number,
    momentum: number,
  ): void;
  step(n: number): number;
  steps(): number;
  stepsPerEpoch(): number;
  hasDiverged(): boolean;
  loss(): number;
  accuracy(): number;
  gradientNorm(layer: number): number;
  alive(layer: number): void;
  predict(rows: number): void;
  probe(rows: number): void;
  offset(layer: number): number;
  stride(layer: number): number;
  taskCount(): number;
  taskName(i: number): string;
  taskInputs(i: number): number;
  taskOutputs(i: number): number;
  taskClasses(i: number): number;
  taskSamples(i: number): number;
  parameters(): Float32Array;
  units(): Uint32Array;
  x(): Float32Array;
  y(): Float32Array;
  points(): Float32Array;
  weights(): Float32Array;
  results(): Float32Array;
}

export type { Lab };

/** Instantiates the module as build/kernels/kernels.js does. */
export default function instantiate(module: import('../kernels.js').Start): Lab;
