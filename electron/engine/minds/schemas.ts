// The shape of each role's answer: what a batch brings back is read by it, long after the question.
import type { z } from 'zod';
import type { MindRole } from '../../../shared/models.ts';
import { assertNever } from '../../../shared/result.ts';
import { connectorSchema } from './connector.ts';
import { consolidatorSchema } from './consolidator.ts';
import { graderSchema } from './grader.ts';
import { readerSchema } from './reader.ts';

export function schemaOf(role: MindRole): z.ZodType {
  switch (role) {
    case 'reader':
      return readerSchema;
    case 'connector':
      return connectorSchema;
    case 'consolidator':
    case 'test':
      return consolidatorSchema;
    case 'grader':
      return graderSchema;
    default:
      return assertNever(role);
  }
}
