#pragma once

#include "core/sales/pickorder.h"

#include <functional>

/// The lines of a kit's components: goods without a price, numbered on from `last`. The line is the kit's from then on. Empty: no kit.
/// Refuses a part of a kit.
Result<std::vector<SalesLine>> componentLines(Tx &tx, SalesLine &line, int &last);

/// So many units of a component's line are in so many kits of its order.
Quantity unitsInKits(const SalesLine &component, const SalesLine &kit, Quantity kits);

/// Brings kits in step with their components: as many whole ones are allocated, picked, packed and shipped as of every component are there.
void followComponents(std::vector<SalesLine> &lines);
/// The same for the kit that a line belongs to, if it does, and stores it.
void storeKitOf(Tx &tx, const SalesLine &line, std::vector<SalesLine> &lines);

/// A part of an order with its kits said by their components: what these lack for so many more kits to be through a step. `done`: what of a
/// line is through it already. Lines are named once, in their order. Refuses a part of a kit, and zero.
Result<Part> saidByComponents(const std::vector<SalesLine> &lines, const Part &part, const std::function<Quantity(const SalesLine &)> &done);
