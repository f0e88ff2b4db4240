/** The papers that the article cites, in the order of their years. */

/** @type {{ authors: string, year: number, title: string, venue?: string, doi?: string, arXiv?: string }[]} */
export const papers = [
  {
    authors: 'Fukushima',
    year: 1969,
    title: 'Visual Feature Extraction by a Multilayered Network of Analog Threshold Elements',
    venue: 'IEEE Transactions on Systems Science and Cybernetics 5(4)',
    doi: '10.1109/TSSC.1969.300225',
  },
  {
    authors: 'Goldberg',
    year: 1991,
    title: 'What Every Computer Scientist Should Know About Floating-Point Arithmetic',
    venue: 'ACM Computing Surveys 23(1)',
    doi: '10.1145/103162.103163',
  },
  {
    authors: 'Jarrett, Kavukcuoglu, Ranzato and LeCun',
    year: 2009,
    title: 'What Is the Best Multi-Stage Architecture for Object Recognition?',
    venue: 'ICCV',
    doi: '10.1109/ICCV.2009.5459469',
  },
  {
    authors: 'Nair and Hinton',
    year: 2010,
    title: 'Rectified Linear Units Improve Restricted Boltzmann Machines',
    venue: 'ICML',
  },
  {
    authors: 'Glorot, Bordes and Bengio',
    year: 2011,
    title: 'Deep Sparse Rectifier Neural Networks',
    venue: 'AISTATS',
  },
  {
    authors: 'Krizhevsky, Sutskever and Hinton',
    year: 2012,
    title: 'ImageNet Classification with Deep Convolutional Neural Networks',
    venue: 'NIPS; reprinted 2017 in Communications of the ACM 60(6), 84–90',
    doi: '10.1145/3065386',
  },
  {
    authors: 'Maas, Hannun and Ng',
    year: 2013,
    title: 'Rectifier Nonlinearities Improve Neural Network Acoustic Models',
    venue: 'ICML Workshop on Deep Learning for Audio, Speech and Language Processing',
  },
  {
    authors: 'He, Zhang, Ren and Sun',
    year: 2015,
    title: 'Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification',
    venue: 'ICCV',
    arXiv: '1502.01852',
  },
  {
    authors: 'Clevert, Unterthiner and Hochreiter',
    year: 2016,
    title: 'Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)',
    venue: 'ICLR',
    arXiv: '1511.07289',
  },
  {
    authors: 'Hendrycks and Gimpel',
    year: 2016,
    title: 'Gaussian Error Linear Units (GELUs)',
    arXiv: '1606.08415',
  },
  {
    authors: 'Elfwing, Uchibe and Doya',
    year: 2017,
    title: 'Sigmoid-Weighted Linear Units for Neural Network Function Approximation in Reinforcement Learning',
    arXiv: '1702.03118',
  },
  {
    authors: 'Ramachandran, Zoph and Le',
    year: 2017,
    title: 'Searching for Activation Functions',
    arXiv: '1710.05941',
  },
  {
    authors: 'Lu, Shin, Su and Karniadakis',
    year: 2019,
    title: 'Dying ReLU and Initialization: Theory and Numerical Examples',
    arXiv: '1903.06733',
  },
];
