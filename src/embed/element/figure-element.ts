/**
 * `<shipshape-figure figure="wheel-decoder" scenario="…">`: a figure on somebody's slide. Its frame is made when the element is first
 * seen; until then, on paper and when the frame doesn't come, its children stand there: a still and a short link. The figure's state is
 * kept in the attribute `state`, so that whoever takes the frame or the element away and makes it again loses nothing.
 */
import { type FromSlide, isFigureIsHere, isTheme, readFromFigure, slideConnects } from '../messages';
import { pressInDeck } from './deck-keys';
import { frameAddress, labAddress, stillAddress } from './frame-address';
import { type Held, type HeldEvent, hold, holdOn } from './held';
import { site } from './site';
import { adoptStyles } from './styles';
import { forgetStage, look, watchStage } from './watch-stage';

/** Milliseconds on stage after which a frame that hasn't said “ready” is given up; it is taken back when it does. */
const patience = 8000;
const leastHeight = 160;

/** The last states of elements with an id, for frameworks that make an element anew from their source, without the attribute. */
const remembered = new Map<string, string>();

export class FigureElement extends HTMLElement {
  static readonly observedAttributes = [
    'figure',
    'scenario',
    'state',
    'theme',
    'scale',
    'readonly',
    'hide',
    'density',
    'host',
    'height',
    'title',
  ];

  #held: Held = hold(null);
  #frame: HTMLIFrameElement | undefined;
  #port: MessagePort | undefined;
  #onStage = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Set by ourselves: no wish of the author's. */
  #isWriting = false;
  /** An element that the parser made before embed.js came hears of its attributes first, and is in its page already. */
  #isReady = false;
  /** The state that the frame's address holds. */
  #loadedWith = '';
  readonly #enter = document.createElement('span');
  readonly #failure = document.createElement('p');

  connectedCallback(): void {
    adoptStyles(this.getRootNode());
    // A clone brings parts along that belong to another element.
    for (const part of this.querySelectorAll(':scope > [data-shipshape]')) part.remove();
    this.#held = hold(this.getAttribute('state') ?? remembered.get(this.id) ?? null);
    this.#putParts();
    this.#isReady = true;
    // The parser may be at the start tag still, with the author's children to come.
    if (document.readyState === 'loading')
      addEventListener('DOMContentLoaded', () => this.#putFallback(), { once: true });
    else this.#putFallback();
    addEventListener('message', this.#hearWindow);
    watchStage(this, (shown) => this.#setStage(shown));
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#isReady = false;
    removeEventListener('message', this.#hearWindow);
    forgetStage(this);
    this.#onStage = false;
    if (this.id !== '') remembered.set(this.id, this.#held.state);
    this.#dropFrame();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#isReady || this.#isWriting || before === now) return;
    switch (name) {
      case 'state': {
        const { state } = this.#held;
        this.#on({ kind: 'state-set', state: now });
        if (this.#held.state !== state) this.#send({ kind: 'open', fragment: this.#held.state });
        break;
      }
      case 'theme':
        this.#draw();
        this.#send({ kind: 'theme', theme: this.#theme() });
        break;
      case 'height':
      case 'title':
        this.#draw();
        break;
      case 'figure':
      case 'scenario':
        this.#on({ kind: 'subject-set' });
        this.#reload();
        break;
      default:
        this.#reload();
    }
  }

  /** One step of the figure's walk on, or back. */
  step(by: 1 | -1 = 1): void {
    this.#send({ kind: 'step', by });
  }

  /** To a step of the walk, counted from 0. */
  goTo(step: number): void {
    this.#send({ kind: 'goto', step });
  }

  play(playing = true): void {
    this.#send({ kind: 'play', playing });
  }

  /** Gives the figure the keys, as Enter on it does. */
  enter(): void {
    this.#frame?.focus();
    this.#send({ kind: 'enter' });
  }

  readonly #hearWindow = ({ source, origin, data }: MessageEvent): void => {
    const window = this.#frame?.contentWindow;
    if (!window || source !== window || !isFigureIsHere(data)) return;
    // From a disk every origin is “null”.
    if (origin !== new URL(site).origin && origin !== 'null') return;
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = (event) => this.#hear(event.data);
    window.postMessage(slideConnects, origin === 'null' ? '*' : origin, [port2]);
  };

  #hear(data: unknown): void {
    const message = readFromFigure(data);
    if (message === undefined) return;
    this.#on({ kind: 'heard', data });
    switch (message.kind) {
      case 'ready':
        // Set while it loaded; or the frame was loaded again by somebody, with the address that it had.
        if (this.#held.state !== this.#loadedWith) this.#send({ kind: 'open', fragment: this.#held.state });
        this.#send({ kind: 'theme', theme: this.#theme() });
        this.#send({ kind: 'stage', shown: this.#onStage });
        break;
      case 'leave':
        this.#enter.focus({ preventScroll: true });
        break;
      case 'key':
        pressInDeck(this, message.key);
        look();
        break;
      case 'resize':
      case 'change':
      case 'solved':
        break;
    }
    const event = new CustomEvent(`shipshape-${message.kind}`, { detail: message, bubbles: true, composed: true });
    this.dispatchEvent(event);
  }

  #send(message: FromSlide): void {
    if (this.#held.phase === 'live') this.#port?.postMessage(message);
  }

  #on(event: HeldEvent): void {
    const before = this.#held;
    this.#held = holdOn(before, event);
    if (this.#held !== before) this.#draw();
  }

  #setStage(shown: boolean): void {
    this.#onStage = shown;
    if (shown) this.#putFrame();
    // The keys of a slide that is gone belong to the next one.
    else if (this.ownerDocument.activeElement === this.#frame) this.#frame?.blur();
    this.#send({ kind: 'stage', shown });
    this.#waitForReady();
  }

  #waitForReady(): void {
    clearTimeout(this.#waiting);
    if (!this.#onStage || this.#held.phase !== 'loading') return;
    this.#waiting = setTimeout(() => this.#on({ kind: 'waited-too-long' }), patience);
  }

  /** Takes the frame away; where the element is seen, another one comes at once, in the state that this one had. */
  #reload(): void {
    this.#dropFrame();
    if (this.#onStage) this.#setStage(true);
  }

  #dropFrame(): void {
    clearTimeout(this.#waiting);
    this.#port?.close();
    this.#port = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
    this.#on({ kind: 'reloads' });
  }

  /** A new frame each time: another address in the same one would be a step back in the deck's history. */
  #putFrame(): void {
    if (this.#frame?.isConnected) return;
    if (this.#frame !== undefined) this.#dropFrame();
    const address = frameAddress(site, (name) => this.getAttribute(name), this.#held.state);
    if (address === undefined) return;
    const frame = document.createElement('iframe');
    frame.dataset['shipshape'] = 'frame';
    frame.allow = 'clipboard-write; fullscreen';
    frame.referrerPolicy = 'no-referrer';
    frame.loading = 'eager';
    Object.assign(frame.style, {
      display: 'block',
      inlineSize: '100%',
      maxInlineSize: 'none',
      maxBlockSize: 'none',
      margin: '0',
      border: '0',
    });
    frame.src = address;
    this.#loadedWith = this.#held.state;
    this.#frame = frame;
    this.#on({ kind: 'shown' });
    this.#draw();
    this.append(frame);
  }

  #putParts(): void {
    this.#enter.dataset['shipshape'] = 'enter';
    this.#enter.tabIndex = 0;
    // No button: Slidev leaves its own keys alone while one has the focus. And a link takes Enter only: Space turns the page.
    this.#enter.setAttribute('role', 'link');
    this.#enter.textContent = 'Enter: use the figure. Esc: back to the slides.';
    this.#enter.onkeydown = (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      this.enter();
    };
    this.#enter.onclick = () => this.enter();
    this.#failure.dataset['shipshape'] = 'failure';
    this.prepend(this.#enter);
    this.append(this.#failure);
  }

  /** For an author who wrote nothing inside. */
  #putFallback(): void {
    if (this.querySelector(':scope > :not([data-shipshape])') !== null) return;
    const attribute = (name: string) => this.getAttribute(name);
    const link = document.createElement('a');
    link.href = labAddress(site, attribute, this.#held.state);
    link.textContent = link.href;
    const address = stillAddress(site, attribute);
    if (address !== undefined) {
      const still = document.createElement('img');
      still.dataset['shipshape'] = 'still';
      still.src = address;
      still.alt = this.#title();
      this.append(still);
    }
    this.append(link);
  }

  #theme() {
    const theme = this.getAttribute('theme');
    return isTheme(theme) ? theme : 'auto';
  }

  #title(): string {
    return this.getAttribute('title') || `Interactive figure: ${this.getAttribute('figure')?.replaceAll('-', ' ')}`;
  }

  /** The element as it stands, from what is known. */
  #draw(): void {
    const { phase, state, height } = this.#held;
    this.#isWriting = true;
    this.dataset['phase'] = phase;
    if (state !== '' || this.hasAttribute('state')) this.setAttribute('state', state);
    this.#isWriting = false;
    if (phase === 'failed') this.#sayFailure();
    const given = this.getAttribute('height') ?? '';
    const fixed = /^\d+$/.test(given) ? `${given}px` : given;
    this.style.blockSize = fixed;
    const frame = this.#frame;
    if (frame === undefined) return;
    frame.title = this.#title();
    const theme = this.#theme();
    frame.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
    frame.style.blockSize = fixed === '' ? `${Math.max(height ?? 0, leastHeight)}px` : '100%';
    if (phase === 'live') clearTimeout(this.#waiting);
  }

  #sayFailure(): void {
    const link = document.createElement('a');
    link.href = labAddress(site, (name) => this.getAttribute(name), this.#held.state);
    link.textContent = 'on its own page';
    this.#failure.replaceChildren('The figure did not load here. It is also ', link, '.');
  }
}
