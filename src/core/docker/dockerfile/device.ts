// RUN --device: buildkit instructions/commands_rundevice.go.
import { cut } from './characters';
import { csvFields } from './csv-fields';
import { readBoolean } from './go-values';
import type { Device } from './instruction';
import type { Refused } from './shell-pattern';
import { withSuggestion } from './suggest';

/** Reads the value of one `--device`: a device’s name, and whether the build fails without it. */
export function readDevice(written: string): Device | Refused {
  const fields = csvFields(written);
  if ('problem' in fields) return { problem: `failed to parse csv devices: ${fields.problem}` };
  let name = '';
  let required = false;
  for (const field of fields) {
    const [key, value] = cut(field, '=');
    switch (key.toLowerCase()) {
      case 'required': {
        const flag = value === undefined ? true : readBoolean(value);
        if (flag === undefined) return { problem: `invalid value for required: ${value}` };
        required = flag;
        break;
      }
      case 'name':
        if (value !== undefined) {
          if (name !== '') return { problem: `device name already set to ${name}` };
          name = value;
          break;
        }
        if (name !== '') return { problem: `invalid field '${field}' must be a key=value pair` };
        name = field;
        break;
      default:
        if (name === '') name = field;
        else if (value === undefined) return { problem: `invalid field '${field}' must be a key=value pair` };
        else {
          const lower = key.toLowerCase();
          const message = `unexpected key '${lower}' in '${field}'`;
          return { problem: withSuggestion(message, lower, ['name', 'required']) };
        }
    }
  }
  return { name, required };
}
