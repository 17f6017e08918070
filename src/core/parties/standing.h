#pragma once

#include "core/parties/party.h"

// Whether a customer may buy at all. Where, beside that, is the affair of each channel: see channels/engine/buyers.h.

/// How a customer stands, those merged into it counted: the strictest of them. `customer` is the one that stands for the others.
Standing standingOf(Tx &tx, const Party &customer);
/// What is said to whoever sells to a customer of this standing; empty for a good one.
QString standingText(const Party &customer, Standing standing);
/// Sets how a customer stands from now on; it is said of those merged into it as well. Refuses suppliers ("unknown_customer").
Result<Party> setStanding(Tx &tx, Id<Party> customer, Standing standing);
