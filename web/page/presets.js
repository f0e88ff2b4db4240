/** The plots that have names, as queries. */
import { catalogue } from '../package/catalogue.js';

/** The examples that the explorer offers. @type {Readonly<Record<string, string>>} */
export const presets = {
  article: 'functions=relu+leakyRelu(negativeSlope=0.07)',
  family: 'functions=relu+leakyRelu(negativeSlope=0.1)+elu+selu+relu6&min=-4&max=8',
  smooth: 'functions=relu+gelu+silu+mish+softplus&min=-5&max=3',
  saturation: 'functions=sigmoid+tanh+hardSigmoid&min=-8&max=8&derivative&stacked&saturation',
  row: 'functions=softmax+sparsemax&logits=1.4+1+0.6+-1',
};

/** The plots that have an address of their own in `plots/`, as queries: the examples, and each function by itself. */
export const plots = { ...Object.fromEntries(catalogue.map(({ name }) => [name, `functions=${name}`])), ...presets };
