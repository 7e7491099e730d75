/**
 * A figure without its types: for tools that take any figure, such as the checker of exercises and the fuzz of links.
 */
import type { Facts, Json } from '@/core/exercise';
import type { FigureModel, FigureName, FigurePicture } from './model';
import type { Poster } from './poster';

/** What is known of one state. */
export interface Played {
  readonly facts: Facts;
  readonly written: Json;
  readonly picture: FigurePicture;
  readonly poster: Poster;
}

/** A figure with one scenario. */
export interface Player {
  /** The first state. */
  first(): Played;
  /** The state of a written one; undefined when it is none of this scenario. */
  play(written: Json): Played | undefined;
}

/** A figure that any scenario of its own can be given to. */
export interface AnyFigure {
  readonly name: FigureName;
  readonly title: string;
  /** @param scenario an author's file as read and checked at build */
  open(scenario: unknown): Player;
}

/** Takes a model's types away. */
export function anyFigure<Scenario, Scene, State, Event, Picture extends FigurePicture>(
  model: FigureModel<Scenario, Scene, State, Event, Picture>,
): AnyFigure {
  const { name, title } = model;
  return {
    name,
    title,
    open(scenario) {
      const scene = model.open(scenario as Scenario);
      const played = (state: State): Played => {
        const picture = model.present(scene, state, { answer: 'shown' });
        return {
          facts: model.facts(scene, state),
          written: model.write(state),
          picture,
          poster: model.poster(picture),
        };
      };
      return {
        first: () => played(model.first(scene)),
        play(written) {
          const state = model.read(scene, written);
          return state === undefined ? undefined : played(state);
        },
      };
    },
  };
}
