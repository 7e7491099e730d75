/**
 * Runs inline in an embed's head, before anything is drawn: what the address asks for, written on `<html>`, where the styles and the
 * figure's frame read it. Its hash stands in the Content-Security-Policy. It touches no storage.
 */
import { readParameters } from './parameters';
import { showSettings } from './show-settings';

const root = document.documentElement;
root.classList.add('js');
showSettings(root, readParameters(location.search).settings);
