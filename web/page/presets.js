/** The examples that the page offers, as queries. */

/** @type {Readonly<Record<string, string>>} */
export const presets = {
  article: 'functions=relu+leakyRelu(negativeSlope=0.07)',
  family: 'functions=relu+leakyRelu(negativeSlope=0.1)+elu+selu+relu6&min=-4&max=8',
  smooth: 'functions=relu+gelu+silu+mish+softplus&min=-5&max=3',
  saturation: 'functions=sigmoid+tanh+hardSigmoid&min=-8&max=8&derivative&saturation',
  softmax: 'functions=softmax+sparsemax&logits=1.4+1+0.6+-1',
};
