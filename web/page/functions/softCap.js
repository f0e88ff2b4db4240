/** What the page says about softCap. @type {import('../types.js').FunctionText} */
export default {
  fullName: { en: 'Logit soft-capping with tanh', 'zh-Hant': '以 tanh 限制 logits 的大小' },
  use: {
    en: 'Keeps logits between −c and c without a kink: before the softmax of attention or of the last layer, as in Gemma 2 and Grok. Near 0 it is the identity.',
    'zh-Hant':
      '把 logits 平滑地限制在 −c 與 c 之間：用於注意力或最後一層的 softmax 之前，例如 Gemma 2 與 Grok。在 0 附近則與恆等函數幾乎相同。',
  },
  care: {
    en: 'Gemma 2 caps attention at 50 and the final logits at 30, the default here. Apply the cap after the scale 1/√d and before the mask. Use the cap that the model was trained with: without it the results change, and nothing reports an error.',
    'zh-Hant':
      'Gemma 2 的注意力上限是 50，最後的 logits 則是 30，也就是此處的預設值。應在乘上 1/√d 之後、套用遮罩之前計算。模型必須使用訓練時的上限，漏掉的話結果會改變，而且不會報錯。',
  },
  parameters: {
    cap: { en: 'limit of |f|', 'zh-Hant': '|f| 的上限' },
  },
  paper: {
    authors: 'Gemma Team',
    year: 2024,
    title: 'Gemma 2: Improving Open Language Models at a Practical Size',
  },
  related: ['tanh', 'scaledTanh', 'hardTanh'],
  code: {
    numpy: '{cap} * np.tanh(x / {cap})',
    numpyDerivative: '1 / np.cosh(x / {cap})**2',
    torch: '{cap} * torch.tanh(x / {cap})',
    keras: '{cap} * keras.ops.tanh(x / {cap})',
    jax: '{cap} * jnp.tanh(x / {cap})',
  },
};
