//! Ends of sharing.

use super::account::Account;
use super::same;
use crate::domain::ids::ShareId;
use crate::server::storage::{DeviceKey, Result, Share, ShareState};
use crate::sync::secret::Claim;
use crate::sync::wire::{Order, OrderReply, OrderResult};

/// Carries out one order. Again changes nothing. Devices of a closed share are added to `outside`.
pub(super) fn carry_out(
    account: &mut Account<'_>,
    order: &Order,
    outside: &mut Vec<DeviceKey>,
) -> Result<OrderReply> {
    let result = match order {
        _ if account.is_spent() => OrderResult::Later,
        Order::Close { share, claim } => close(account, *share, claim, outside)?,
        Order::Leave { share } => leave(account, *share)?,
    };
    Ok(OrderReply {
        share: order.share(),
        result,
    })
}

/// A share nobody heard of is closed too: a restored server must not open it again.
fn close(
    account: &mut Account<'_>,
    share: ShareId,
    claim: &Claim,
    outside: &mut Vec<DeviceKey>,
) -> Result<OrderResult> {
    match account.transaction.share(share)? {
        Some(Share {
            state: ShareState::Closed,
            ..
        }) => return Ok(OrderResult::Closed),
        Some(Share {
            key,
            state: ShareState::Open { claim: right },
        }) => {
            let member = account.transaction.member(key, account.device)?;
            let own = member.is_some_and(|member| member.own && !member.removed);
            if !own && !same(&claim.hash(), &right) {
                return Ok(OrderResult::Refused);
            }
        }
        None if !account.takes_id() => return Ok(OrderResult::Later),
        None => {}
    }
    outside.extend(account.transaction.close_share(share)?);
    Ok(OrderResult::Closed)
}

/// That a device was taken out is remembered, also if it leaves afterwards.
fn leave(account: &mut Account<'_>, share: ShareId) -> Result<OrderResult> {
    let device = account.device;
    let transaction = &mut *account.transaction;
    if let Some(share) = transaction.share(share)?
        && let Some(member) = transaction.member(share.key, device)?
        && !member.removed
    {
        transaction.drop_member(share.key, device)?;
    }
    Ok(OrderResult::Left)
}
