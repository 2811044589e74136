import { RotateCcw } from 'lucide-react';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button } from '#renderer/ui/index.ts';
import { returnToProgram } from './phone-actions.ts';
import styles from './phone-frame.module.css';
import { restartPhone } from './phone-lifecycle.ts';
import { changePhone, type Phone } from './phone-store.ts';

/** Space around the phone and width of its rim, in CSS pixels. */
const margin = 12;
const rim = 6;

function screenSize({ device, orientation }: Phone['environment']): { width: number; height: number } {
  return orientation === 'portrait' ? { width: device.width, height: device.height } : { width: device.height, height: device.width };
}

/** How much smaller the phone has to be drawn to fit. */
function useFit(width: number, height: number, zoom: number | 'fit') {
  const stage = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const measure = () => {
      const fit = Math.min((element.clientWidth - 2 * margin) / (width + 2 * rim), (element.clientHeight - 2 * margin) / (height + 2 * rim), 1);
      setScale(zoom === 'fit' ? Math.max(fit, 0.1) : zoom);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [width, height, zoom]);
  return { stage, scale };
}

function Stopped({ phone }: { phone: Phone }) {
  const words = useWords();
  if (phone.status.kind !== 'stopped') return null;
  const { reason, detail } = phone.status;
  return (
    <div className={styles.stopped} role="alert">
      <strong>{words(`phone.stopped.${reason}`)}</strong>
      <span className={styles.detail}>{detail}</span>
      <Button size="small" onPress={() => attempt(() => restartPhone(phone.phoneId))}>
        <RotateCcw size={14} aria-hidden="true" />
        {words('phone.restart')}
      </Button>
    </div>
  );
}

/** What stands on the phone while the program is in the background. */
function Away({ phone }: { phone: Phone }) {
  const words = useWords();
  if (!phone.away || phone.status.kind !== 'running') return null;
  return (
    <div className={styles.away} role="status" aria-label={words('phone.away')}>
      <strong>{words('phone.away')}</strong>
      <Button size="small" onPress={() => attempt(() => returnToProgram(phone.phoneId))}>
        {words('phone.comeBack')}
      </Button>
    </div>
  );
}

/** A document of its own per program run: whatever ran in an earlier frame is over. */
function Screen({ phone, label, width, height }: { phone: Phone; label: string; width: number; height: number }) {
  const { phoneId, url, environment } = phone;
  useEffect(
    () => changePhone(phoneId, ({ status }) => (status.kind === 'running' ? { status: { kind: 'starting' }, stack: [], picked: null } : {})),
    [phoneId],
  );
  return (
    <iframe
      className={styles.screen}
      style={{ width, height, borderRadius: environment.device.cornerRadius, colorScheme: environment.colorScheme }}
      src={url}
      title={label}
      data-phone={phoneId}
      sandbox="allow-scripts allow-same-origin"
    />
  );
}

/** The phone itself: a rim, and the program in a frame of an origin of its own. */
export function PhoneFrame({ phone, zoom = 'fit', label }: { phone: Phone; zoom?: number | 'fit'; label: string }) {
  const { width, height } = screenSize(phone.environment);
  const { stage, scale } = useFit(width, height, zoom);
  const { cornerRadius, notch } = phone.environment.device;
  const silent = phone.status.kind === 'stopped' && phone.status.reason !== 'exited';
  const body: CSSProperties = { width: width + 2 * rim, height: height + 2 * rim, borderRadius: cornerRadius + rim, transform: `scale(${scale})` };
  return (
    <div ref={stage} className={styles.stage}>
      <div className={styles.space} style={{ width: (width + 2 * rim) * scale, height: (height + 2 * rim) * scale }}>
        <div className={styles.phone} style={body} data-notch={notch === 'none' || phone.environment.orientation === 'landscape' ? undefined : notch}>
          {silent ? (
            <div className={styles.dark} style={{ width, height, borderRadius: cornerRadius }} />
          ) : (
            <Screen key={phone.generation} phone={phone} label={label} width={width} height={height} />
          )}
        </div>
        <Away phone={phone} />
      </div>
      <Stopped phone={phone} />
    </div>
  );
}
