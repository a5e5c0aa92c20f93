// The keys: what each does, another one if the editor likes, and the switch that turns all single ones off.
import { useState } from 'react';
import { type Action, actionNames, actions, fixedKeys } from '../keys/actions.ts';
import { type KeySettings, keyOf, refuseKey, remap } from '../keys/key-map.ts';
import { useCore, useKeySettings } from '../parts/desk-context.tsx';
import { savePreferences } from '../screens/preferences.ts';
import { Dialog } from './dialog.tsx';

const groups = [...new Set(actionNames.map((action) => actions[action].where))];

export function HelpDialog({ close }: { readonly close: () => void }) {
  const core = useCore();
  const settings = useKeySettings();
  const [changing, setChanging] = useState<Action | null>(null);
  const keep = ({ letters, own }: KeySettings) =>
    void savePreferences(core, { single_keys: letters, keys: { ...own } });
  return (
    <Dialog title="Keys" onClose={close} wide>
      <p className="row-of">
        <button
          type="button"
          className="button"
          aria-pressed={settings.letters}
          data-focus
          onClick={() => keep({ ...settings, letters: !settings.letters })}
        >
          Single keys are {settings.letters ? 'on' : 'off'}
        </button>
        <span className="small">
          Turn them off if you speak to your computer, or press keys by mistake. Everything has a button too.
        </span>
      </p>
      <div className="key-groups">
        {groups.map((where) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {actionNames
                .filter((action) => actions[action].where === where)
                .map((action) => (
                  <KeyRow
                    key={action}
                    action={action}
                    settings={settings}
                    isChanging={changing === action}
                    begin={() => setChanging(action)}
                    end={(key) => {
                      setChanging(null);
                      if (key !== null) keep(remap(settings, action, key));
                    }}
                  />
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>Always</h3>
          <dl>
            {fixedKeys.map(({ key, does }) => (
              <div key={key} className="key-row">
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      {Object.keys(settings.own).length > 0 && (
        <button type="button" className="button" onClick={() => keep({ ...settings, own: {} })}>
          All keys as they were at first
        </button>
      )}
    </Dialog>
  );
}

interface KeyRowProps {
  readonly action: Action;
  readonly settings: KeySettings;
  readonly isChanging: boolean;
  readonly begin: () => void;
  readonly end: (key: string | null) => void;
}

function KeyRow({ action, settings, isChanging, begin, end }: KeyRowProps) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className="key-row">
      <dt>
        {isChanging ? (
          <input
            className="input key-input"
            aria-label={`New key: ${actions[action].does}`}
            ref={(input) => input?.focus()}
            value=""
            onBlur={() => end(null)}
            onChange={() => {}}
            onKeyDown={(event) => {
              if (event.key === 'Tab' || event.key === 'Shift') return;
              event.preventDefault();
              event.stopPropagation();
              if (event.key === 'Escape') return end(null);
              const refusal = refuseKey(settings, action, event.key);
              setProblem(refusal);
              if (refusal === null) end(event.key);
            }}
          />
        ) : (
          <button
            type="button"
            className="key-button"
            aria-label={`Key ${keyOf(settings, action)}: ${actions[action].does}. Change it`}
            onClick={() => {
              setProblem(null);
              begin();
            }}
          >
            <kbd>{keyOf(settings, action)}</kbd>
          </button>
        )}
      </dt>
      <dd>
        {actions[action].does}
        <span className="small problem" role="alert">
          {isChanging && (problem ?? ' Press the new key.')}
        </span>
      </dd>
    </div>
  );
}
