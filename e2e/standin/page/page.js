// The least page that the shell can show: it writes down what it hears. It has no policy of its own, so that what stops
// an attack is the shell's.
globalThis.slowwave.listen((event) => {
  const item = document.createElement('li');
  item.textContent = event.kind === 'go' ? `go ${event.route}` : event.kind;
  document.querySelector('ol').append(item);
});
document.querySelector('h1').dataset.isReady = 'yes';
