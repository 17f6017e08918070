#pragma once

#include "channels/engine/decision.h"

#include <QDialog>

/// What a decision would do, order by order, before it is made: the button says the decision. Deleted when it closes.
class EffectDialog : public QDialog {
    Q_OBJECT

public:
    EffectDialog(QWidget *parent, const QString &cause, const QString &verb, const DecisionEffect &effect);
};
