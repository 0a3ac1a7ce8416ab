//! Ends of sharing.

use super::same;
use crate::domain::ids::ShareId;
use crate::server::storage::{DeviceKey, Result, Share, ShareState, Transaction};
use crate::sync::secret::Claim;
use crate::sync::wire::{Order, OrderReply, OrderResult};

/// Carries out one order. Again changes nothing. Devices of a closed share are added to `outside`.
pub(super) fn carry_out(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    order: &Order,
    outside: &mut Vec<DeviceKey>,
) -> Result<OrderReply> {
    let result = match order {
        Order::Close { share, claim } => close(transaction, device, *share, claim, outside)?,
        Order::Leave { share } => leave(transaction, device, *share)?,
    };
    Ok(OrderReply {
        share: order.share(),
        result,
    })
}

/// A share nobody heard of is closed too: a restored server must not open it again.
fn close(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    share: ShareId,
    claim: &Claim,
    outside: &mut Vec<DeviceKey>,
) -> Result<OrderResult> {
    match transaction.share(share)? {
        Some(Share {
            state: ShareState::Closed,
            ..
        }) => return Ok(OrderResult::Closed),
        Some(Share {
            key,
            state: ShareState::Open { claim: right },
        }) => {
            let member = transaction.member(key, device)?;
            let own = member.is_some_and(|member| member.own && !member.removed);
            if !own && !same(&claim.hash(), &right) {
                return Ok(OrderResult::Refused);
            }
        }
        None => {}
    }
    outside.extend(transaction.close_share(share)?);
    Ok(OrderResult::Closed)
}

/// That a device was taken out is remembered, also if it leaves afterwards.
fn leave(transaction: &mut dyn Transaction, device: DeviceKey, share: ShareId) -> Result<OrderResult> {
    if let Some(share) = transaction.share(share)?
        && let Some(member) = transaction.member(share.key, device)?
        && !member.removed
    {
        transaction.drop_member(share.key, device)?;
    }
    Ok(OrderResult::Left)
}
