// Runs one check with what it needs, and gives back what it took.
import { Clients } from './clients.ts';
import type { Check, Context, Observations } from './context.ts';
import { type Finding, type Row, grey } from './row.ts';

export async function runCheck(
  check: Check,
  observations: Observations,
  stop: AbortSignal,
): Promise<Row> {
  const clients = new Clients(stop);
  try {
    const finding = await find(check, { ...observations, clients });
    return { group: check.group, name: check.name, ...finding };
  } finally {
    await clients.close();
  }
}

async function find(check: Check, context: Context): Promise<Finding> {
  switch (check.needs) {
    case 'nothing':
      return check.run(context);
    case 'an answer': {
      const reached = [...context.admissions, ...context.reaches].find(isSuccess);
      return reached
        ? check.run({ ...context, endpoint: reached.endpoint })
        : grey('nothing answers');
    }
    case 'an allocation': {
      for (const { endpoint, answer } of context.admissions) {
        if (answer.kind !== 'success') continue;
        return check.run({ ...context, endpoint, allocation: answer });
      }
      return grey('the relay lets us in nowhere');
    }
    default:
      return check satisfies never;
  }
}

function isSuccess({ answer }: { readonly answer: { readonly kind: string } }): boolean {
  return answer.kind === 'success';
}
