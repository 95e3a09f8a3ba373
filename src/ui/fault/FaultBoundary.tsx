import * as React from 'react';
import { ErrorMessage } from '../message/Message';
import { TryAgain } from '../message/TryAgain';

interface Props { readonly children: React.ReactNode }
interface State { readonly fault?: unknown }

/** When something inside cannot be drawn, a message stands in its place and the rest of the page goes on. */
export class FaultBoundary extends React.Component<Props, State> {
  public state: State = {};

  public static getDerivedStateFromError(fault: unknown): State {
    return { fault };
  }

  public render(): React.ReactNode {
    const { fault } = this.state;
    return fault === undefined ? this.props.children : <ErrorMessage error={fault} actions={<TryAgain onTry={() => this.setState({ fault: undefined })} />} />;
  }
}
