import 'activation-kernels/plot';
