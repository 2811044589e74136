import type { PhoneCommand } from '#shared/model/phone.ts';
import { EngineLink } from './phone/engine-link.ts';
import { leaveFocusToPerson } from './phone/leave-focus.ts';
import { answerRequest } from './phone/requests.ts';
import { RunningProgram } from './phone/running-program.ts';

/** The phone's document: starts the program, reports to the engine and does what it says. */
async function start(): Promise<void> {
  leaveFocusToPerson();
  const engine = new EngineLink();
  const program = new RunningProgram(await engine.boot(), engine);

  async function reply(requestId: number, answer: () => Promise<unknown>): Promise<void> {
    try {
      engine.report({ type: 'reply', requestId, ok: true, value: (await answer()) ?? null });
    } catch (error) {
      engine.report({ type: 'reply', requestId, ok: false, value: error instanceof Error ? error.message : String(error) });
    }
  }

  function take(command: PhoneCommand): void {
    switch (command.type) {
      case 'request':
        return void reply(command.requestId, () => answerRequest(program, command.request));
      case 'environment':
        program.screen.setEnvironment(command.environment);
        return program.logic.send({ type: 'environment', environment: command.environment });
      case 'mocks':
        return program.logic.send({ type: 'mocks', mocks: command.mocks });
      case 'update':
        return void program.update(command.update);
      case 'push':
        return program.logic.send({ type: 'push', channel: command.channel, payload: command.payload });
      case 'ping':
        return void engine.pulse().catch((error: unknown) => console.warn('The engine cannot be reached', error));
    }
  }
  await engine.follow(take);
}

await start();
