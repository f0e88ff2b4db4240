/** Many models return scores: softmax turns the scores of an ONNX Runtime model into probabilities. */
import { softmax } from 'activation-kernels';
import { Tensor } from 'onnxruntime-web';

export async function classify(session, feeds) {
  const outputs = await session.run(feeds);
  const { data, dims } = outputs[session.outputNames[0]];
  return new Tensor('float32', softmax(data, { columns: dims.at(-1) }), dims);
}
