// Runs in the workbench's page before its own scripts: tells it which extension to load from its folder and which tests to run in it.
document.addEventListener('readystatechange', () => {
  const element = document.getElementById('vscode-workbench-web-configuration');
  if (window.top !== window || !element || element.dataset.suite) return;
  element.dataset.suite = 'injected';
  const { authority, extensions, tests } = window.suite;
  const uri = (path) => ({ scheme: 'vscode-remote', authority, path });
  const configuration = JSON.parse(element.getAttribute('data-settings'));
  configuration.developmentOptions = { extensions: extensions.map(uri), extensionTestsPath: tests && uri(tests) };
  element.setAttribute('data-settings', JSON.stringify(configuration));
});
