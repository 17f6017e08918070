#include "gui/exceptions/effectdialog.h"

#include "gui/bind/table.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

static QString changeText(const QString &before, const QString &after) { return before == after ? before : before + QStringLiteral(" → ") + after; }

EffectDialog::EffectDialog(QWidget *parent, const QString &cause, const QString &verb, const DecisionEffect &effect) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(verb);
    resize(760, 420);
    auto *column = new QVBoxLayout(this);
    std::map<QString, Money> sums;
    for (const auto &touched : effect.orders)
        sums[touched.totalThen.currency().code()] += touched.totalThen;
    QStringList money;
    for (const auto &[code, sum] : sums)
        money << sum.toString() + QChar::Nbsp + code;
    QString text = cause + QStringLiteral("\n\n") + tr("This resolves %n exception(s)", nullptr, effect.exceptions);
    if (!effect.orders.empty())
        text += u' ' + tr("and touches %n order(s), which come to %1 then", nullptr, int(effect.orders.size())).arg(money.join(QStringLiteral(", ")));
    text += u'.';
    if (effect.isRule)
        text += u' ' + tr("It is remembered for what comes.");
    auto *summary = new QLabel(text);
    summary->setObjectName(QStringLiteral("summary"));
    summary->setTextFormat(Qt::PlainText);
    summary->setWordWrap(true);
    column->addWidget(summary);
    using Touched = DecisionEffect::Touched;
    auto *model = new TableModel<Touched>(
        {{tr("Order"), [](const Touched &t) { return t.number; }, leftAligned, 130},
         {tr("State"), [](const Touched &t) { return changeText(stateLabel(t.before), stateLabel(t.after)); }, leftAligned, 400},
         {tr("Total"),
          [](const Touched &t) { return changeText(t.total.toString(), t.totalThen.toString()) + QChar::Nbsp + t.total.currency().code(); },
          rightAligned, 180}},
        this);
    model->setRows(effect.orders);
    QTableView *table = makeTable(model, tr("What it touches"));
    table->setObjectName(QStringLiteral("touched"));
    column->addWidget(table, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *yes = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    yes->setObjectName(QStringLiteral("decide"));
    yes->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    yes->setFocus();
}
