/** The still: every patient with how it is, and the stations of the one that is looked at. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { StationStatus } from '@/figures/stations/station';
import type { Card, ClinicPicture } from './picture';

const CARDS: Readonly<Record<Card['mark'], PosterMark>> = {
  waiting: 'plain',
  ahead: 'ahead',
  ill: 'refused',
  healed: 'fits',
  well: 'fits',
};
const STATIONS: Readonly<Record<StationStatus, PosterMark>> = {
  passed: 'fits',
  stopped: 'refused',
  'not-reached': 'passed',
  ahead: 'ahead',
  unknown: 'passed',
};

export function clinicPoster({ settings, happened, cards, cardsSay, stations, title }: ClinicPicture): Poster {
  const ways = stations.map(
    ({ status, name, word }): PosterRow => ({ mark: STATIONS[status], name, word: word === '?' ? 'how far?' : word }),
  );
  const patients = cards.map((card): PosterRow => ({ mark: CARDS[card.mark], name: card.title, word: card.word }));
  return {
    settings,
    happened,
    groups: [
      { label: title, rows: ways },
      { label: cardsSay, rows: patients },
    ],
  };
}
