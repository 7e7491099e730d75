/** The clinic: patients in a row, the files of one, the question how far it comes, and once that is answered, why and how to mend it. */
import { type ReactNode, useId, useRef } from 'react';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { useLive } from '@/figures/frame/use-live';
import { useCoreFor, useParts } from '@/figures/frame/use-parts';
import { FileTree } from '@/figures/project-files/FileTree';
import { Stations } from '@/figures/stations/Stations';
import { about } from './about';
import type { Core } from './core';
import { Examined } from './Examined';
import { makeModel } from './make-model';
import type { Answer, Card, ClinicPicture } from './picture';
import { ReadFile } from './ReadFile';
import type { ClinicScenario } from './scenario';
import type { ClinicEvent } from './state';

const stillModel = makeModel();
const LOADERS = { core: () => import('./core'), late: () => import('./core') };

export interface ClinicFigureProps extends FigureProps<ClinicScenario> {
  /** In place of the figure’s own. */
  readonly title?: string;
}

export default function ClinicFigure(props: ClinicFigureProps): ReactNode {
  const loaded = useParts<Core, Core>(props.id, props.host ?? 'page', LOADERS);
  const { core } = loaded;
  const { picture, send, frame } = useFigure(core?.model ?? stillModel, props);
  useCoreFor(picture, loaded);
  const bed = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the reader goes on where its answer stands.
  const focusOn = (selector: string) =>
    requestAnimationFrame(() => bed.current?.querySelector<HTMLElement>(selector)?.focus());
  const predict = (event: ClinicEvent) => {
    send(event);
    focusOn('.clinic-said');
  };
  const mend = () =>
    loaded.withCore(() => {
      send({ kind: 'mending-begun' });
      focusOn('.editor :is(textarea, .cm-content)');
    });
  const open = (event: ClinicEvent) => {
    send(event);
    focusOn('[aria-expanded="true"][data-path]');
  };
  const goOn = (event: ClinicEvent) => {
    send(event);
    focusOn('.clinic-title');
  };
  const { title, complaint, question, stations, stationsSay, examination, saidAhead, isMending } = picture;
  return (
    <FigureFrame
      {...frame}
      title={props.title ?? frame.title}
      task={picture.task}
      controls={<Cards picture={picture} send={send} />}
      about={about}
    >
      <div className={isMending ? 'clinic-bed mending' : 'clinic-bed'} ref={bed}>
        <div className="clinic-patient">
          <p className="clinic-title" tabIndex={-1}>
            {title}
          </p>
          <p className="clinic-complaint">{complaint}</p>
          <FileTree<ClinicEvent>
            files={picture.files}
            open={picture.open}
            begins={isMending ? [] : undefined}
            send={send}
            openFile={(opened) => {
              const Open = isMending ? core?.OpenFile : ReadFile;
              return Open === undefined ? null : <Open key={opened.file.path} {...opened} />;
            }}
          />
        </div>
        <div className="clinic-way">
          {question.length === 0 ? null : <Question answers={question} predict={predict} />}
          {saidAhead === '' ? null : <p className="clinic-ahead">{saidAhead}</p>}
          <Stations label={stationsSay} stations={stations} />
          {examination === undefined ? null : (
            <Examined examination={examination} isMending={isMending} mend={mend} open={open} goOn={goOn} send={send} />
          )}
        </div>
      </div>
    </FigureFrame>
  );
}

interface CardsProps {
  readonly picture: ClinicPicture;
  readonly send: (event: ClinicEvent) => void;
}

/** One of several: native radio buttons, drawn as cards. */
function Cards({ picture: { cards, cardsSay }, send }: CardsProps): ReactNode {
  const name = useId();
  const live = useLive();
  return (
    <fieldset className="figure-choices clinic-cards" disabled={!live}>
      <legend>{cardsSay}</legend>
      {cards.map((card) => (
        <PatientCard key={card.id} card={card} name={name} send={send} />
      ))}
    </fieldset>
  );
}

interface PatientCardProps {
  readonly card: Card;
  readonly name: string;
  readonly send: CardsProps['send'];
}

function PatientCard({ card: { title, mark, word, isOpen, event }, name, send }: PatientCardProps): ReactNode {
  return (
    <label className={`figure-chip clinic-card ${mark}`}>
      <input type="radio" name={name} checked={isOpen} onChange={() => send(event)} />
      <b>{title}</b>
      <span>{word}</span>
    </label>
  );
}

interface QuestionProps {
  readonly answers: readonly Answer[];
  readonly predict: (event: ClinicEvent) => void;
}

function Question({ answers, predict }: QuestionProps): ReactNode {
  const live = useLive();
  return (
    <fieldset className="clinic-question" disabled={!live}>
      <legend>How far does it come?</legend>
      {answers.map(({ label, event }) => (
        <button key={label} type="button" className="figure-button chip" onClick={() => predict(event)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
