import * as vscode from 'vscode';
import { KEY_LENGTHS, passphraseProblem, validityProblem } from '../../iam/certificate';
import { handoverForms } from '../../iam/handover';
import { checkFolderWritable } from '../../iam/privateFile';
import { BACK, type Prompter } from '../prompts';
import { errorMessage } from '../errorText';
import type { WizardStep } from '../wizard';
import type { ServiceAccountAnswers } from './answers';

type Step = WizardStep<ServiceAccountAnswers>;

export function credentialStep(prompts: Prompter): Step {
  return {
    id: 'credentials',
    ask: async (answers, step) => {
      const { credentials } = answers;
      const answer = await prompts.pickMany<'accessKey' | 'certificate'>({
        title: step.title,
        step,
        placeholder: 'Credentials, at least one',
        choices: [
          {
            label: 'Access key',
            detail: 'For the AWS CLI, SDKs and most tools.',
            picked: credentials.accessKey,
            value: 'accessKey',
          },
          {
            label: 'X.509 signing certificate',
            detail: 'For SOAP requests and for signing EC2 images. Made on this machine.',
            picked: credentials.certificate,
            value: 'certificate',
          },
        ],
      });
      if (!Array.isArray(answer)) return answer;
      answers.credentials = {
        accessKey: answer.includes('accessKey'),
        certificate: answer.includes('certificate'),
      };
      return answer;
    },
  };
}

export function certificateSteps(prompts: Prompter, answers: ServiceAccountAnswers): Step[] {
  return [
    keyLengthStep(prompts),
    validityStep(prompts),
    encryptionStep(prompts),
    ...(answers.encrypted === true ? [passphraseStep(prompts), againStep(prompts)] : []),
    folderStep(prompts),
  ];
}

function keyLengthStep(prompts: Prompter): Step {
  return {
    id: 'keyLength',
    ask: async (answers, step) => {
      const answer = await prompts.pick({
        title: step.title,
        step,
        placeholder: 'Length of the RSA key',
        choices: KEY_LENGTHS.map((length) => ({
          label: `RSA ${length}`,
          description: length === KEY_LENGTHS[0] ? 'fits every tool' : undefined,
          picked: length === answers.keyLength,
          value: length,
        })),
      });
      if (typeof answer === 'number') answers.keyLength = answer;
      return answer;
    },
  };
}

function validityStep(prompts: Prompter): Step {
  return {
    id: 'validity',
    ask: async (answers, step) => {
      const answer = await prompts.text({
        title: step.title,
        step,
        prompt: 'Days that the certificate is valid',
        value: String(answers.validityDays),
        validate: validityProblem,
      });
      if (typeof answer === 'string') answers.validityDays = Number(answer);
      return answer;
    },
  };
}

function encryptionStep(prompts: Prompter): Step {
  return {
    id: 'encryption',
    ask: async (answers, step) => {
      const answer = await prompts.pick({
        title: step.title,
        step,
        placeholder: 'Protect the private key with a passphrase?',
        choices: [
          {
            label: 'With a passphrase',
            detail: 'The key file is encrypted (AES-256).',
            picked: answers.encrypted === true,
            value: true,
          },
          {
            label: 'Without one',
            detail: 'For tools that cannot ask. Only you can read the file.',
            picked: answers.encrypted === false,
            value: false,
          },
        ],
      });
      if (typeof answer === 'boolean') answers.encrypted = answer;
      if (answer === false) delete answers.passphrase;
      return answer;
    },
  };
}

function passphraseStep(prompts: Prompter): Step {
  return {
    id: 'passphrase',
    ask: async (answers, step) => {
      const answer = await prompts.text({
        title: step.title,
        step,
        prompt: 'Passphrase of the private key. It is kept nowhere.',
        password: true,
        validate: passphraseProblem,
      });
      if (typeof answer === 'string') answers.passphrase = answer;
      return answer;
    },
  };
}

function againStep(prompts: Prompter): Step {
  return {
    id: 'again',
    ask: ({ passphrase }, step) =>
      prompts.text({
        title: step.title,
        step,
        prompt: 'The same passphrase once more',
        password: true,
        validate: (text) => (text === passphrase ? undefined : 'The two do not match.'),
      }),
  };
}

function folderStep(prompts: Prompter): Step {
  return {
    id: 'folder',
    ask: async (answers, step) => {
      const answer = await prompts.openFolder({
        title: `${step.title}: folder for certificate and private key`,
        openLabel: 'Save Key and Certificate Here',
        defaultUri: answers.folder === undefined ? undefined : vscode.Uri.file(answers.folder),
      });
      if (!answer) return BACK;
      try {
        await checkFolderWritable(answer.fsPath);
      } catch (error) {
        void prompts.error(errorMessage(error));
        return BACK;
      }
      answers.folder = answer.fsPath;
      return answer;
    },
  };
}

export function handoverStep(prompts: Prompter): Step {
  return {
    id: 'handover',
    ask: async (answers, step) => {
      const answer = await prompts.pick<string | null>({
        title: step.title,
        step,
        placeholder: 'How the access key is handed over at the end',
        choices: [
          ...handoverForms.map(({ id, label, detail }) => ({
            label,
            detail,
            picked: answers.handoverForm === id,
            value: id,
          })),
          {
            label: 'Only the page',
            detail: 'It shows everything and can save every form.',
            picked: answers.handoverForm === null,
            value: null,
          },
        ],
      });
      if (typeof answer === 'string' || answer === null) answers.handoverForm = answer;
      return answer;
    },
  };
}
