async function main() {
  const library = await import('activation-kernels');
  const { digests } = await import('./digest.js');
  console.log(JSON.stringify(await digests(library)));
}

main();
