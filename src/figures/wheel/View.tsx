/** The wheel decoder: a release's files as crates, the one that fits lit, and a wheel's name taken apart. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { Choices } from '@/figures/frame/Choices';
import { EditAsText } from '@/figures/frame/EditAsText';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { Fold } from '@/figures/frame/Fold';
import { Stepper } from '@/figures/frame/Stepper';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { about } from './about';
import { CrateBay } from './CrateBay';
import { DecoderView } from './DecoderView';
import { model } from './model';
import type { WheelPicture } from './present';
import type { WheelScenario } from './scenario';
import { LARGEST_LIST, type WheelEvent } from './state';
import { TagFold } from './TagFold';

/** In a lecture the figure may stand twice: `title` tells one from the other. */
interface TitledProps extends FigureProps<WheelScenario> {
  readonly title?: string;
}

export default function WheelFigure(props: TitledProps): ReactNode {
  const { picture, send, frame } = useFigure(model, props);
  return (
    <FigureFrame
      {...frame}
      title={props.title ?? frame.title}
      task={['Change the machine and watch the light. Tap a crate to take its name apart.']}
      controls={<MachineControls picture={picture} send={send} />}
      details={<Details id={frame.id} picture={picture} send={send} />}
      about={about}
    >
      <CrateBay picture={picture} send={send} />
      <DecoderView id={`${frame.id}-decoder`} decoder={picture.decoder} standing={picture.standing} send={send} />
    </FigureFrame>
  );
}

export interface PartProps {
  readonly picture: WheelPicture;
  readonly send: (event: WheelEvent) => void;
}

function MachineControls({ picture, send }: PartProps): ReactNode {
  const { lines, more, version } = picture.controls;
  return (
    <div className="wheel-machine">
      <div className="wheel-controls">
        {lines.map((line) => (
          <Choices key={line.legend} {...line} send={send} />
        ))}
        {version === undefined ? null : <Stepper {...version} send={send} />}
      </div>
      <Fold summary="More machines: phones, a browser, rarer processors">
        <div className="wheel-controls">
          {more.map((line) => (
            <Choices key={line.legend} {...line} send={send} />
          ))}
        </div>
      </Fold>
    </div>
  );
}

function Details({ id, picture, send }: PartProps & { readonly id: string }): ReactNode {
  const { editor, tags } = picture;
  return (
    <>
      <TagFold id={`${id}-tag`} tags={tags} send={send} />
      <EditAsText
        label="The files of the release"
        hint="One file on each line; after its name, if you like, “; python >=3.9” and “; yanked”."
        value={editor.text}
        problems={editor.problems}
        onChange={(text) => send({ kind: 'files-typed', text })}
        largest={LARGEST_LIST}
      />
      {editor.isOwn ? (
        <p>
          <Button label="Back to the index’s list" onPress={() => send({ kind: 'files-left' })} look="text" />
        </p>
      ) : null}
    </>
  );
}
