import { eventIterator } from '@orpc/contract';
import { searchEvent, searchQuery } from '#shared/model/search.ts';
import { procedure } from './procedure.ts';

export const searchContract = {
  /** Hits in batches as they are found; ending the iterator ends the search. */
  text: procedure.input(searchQuery).output(eventIterator(searchEvent)),
};
