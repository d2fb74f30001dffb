/** Finds a browser that the tests can drive. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** chromium-headless-shell first: it draws the web build's webviews, which a full Chromium blocks as third-party storage. */
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return folders.flatMap((folder) => programs.map((program) => join(folder, ...program)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, command)));
}

const howToInstall = `No browser was found, and the editor tests need one.
Install any of these, or name one in the environment variable CHROME:
  Debian, Ubuntu   sudo apt-get install chromium-headless-shell    (or: chromium)
  macOS            brew install --cask chromium                    (or Google Chrome, Microsoft Edge)
  Windows          Microsoft Edge and Google Chrome are found in their usual places
  anywhere         npx playwright-core install chromium-headless-shell`;

/** The path of a Chromium, Chrome or Edge. Throws an Error that says what to install where there is none. */
export function findBrowser(): string {
  const chosen = process.env.CHROME;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`The environment variable CHROME names ${chosen}, which does not exist.`);
  }
  const found = [...usualPlaces(), chromium.executablePath()].find((path) => existsSync(path));
  if (found === undefined) throw new Error(howToInstall);
  return found;
}

/** Arguments that keep a browser from calling home and let it run as root in a container. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
