import { QRCode } from 'antd'
import 'virtual:antd/qrcode.css'

/** What a camera reads: dark on white in every theme. Drawn here; nothing leaves the page. */
export function QrPicture({ value, label }: { value: string; label: string }) {
  return <QRCode aria-label={label} value={value} type="svg" size={168} color="#000" bgColor="#fff" bordered={false} />
}
