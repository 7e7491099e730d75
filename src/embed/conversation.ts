/**
 * The figure's end of the conversation with the slide around it. The figure says that it is there; whoever frames it may take it up
 * with one port. Only the parent window is listened to, and only in the shape and version of messages.ts.
 */
import { type FromFigure, type FromSlide, figureIsHere, isSlideConnects, readFromSlide } from './messages';

export interface Conversation {
  /** Is a slide listening? */
  isJoined(): boolean;
  tell(message: FromFigure): void;
}

/**
 * Begins to talk with the page around this one.
 * @param joined called when a slide takes the figure up, again when another script does
 */
export function converse(joined: () => void, hear: (message: FromSlide) => void): Conversation {
  let port: MessagePort | undefined;
  addEventListener('message', ({ source, data, ports }) => {
    const [offered] = ports;
    if (source !== parent || !isSlideConnects(data) || offered === undefined || ports.length !== 1) return;
    port?.close();
    port = offered;
    port.onmessage = (event) => {
      const message = readFromSlide(event.data);
      if (message !== undefined) hear(message);
    };
    joined();
  });
  // Whoever the parent is may know that a figure is here; the message holds nothing else.
  if (parent !== window) parent.postMessage(figureIsHere, '*');
  return {
    isJoined: () => port !== undefined,
    tell: (message) => port?.postMessage(message),
  };
}
