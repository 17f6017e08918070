#include "gui/customers/customerstanding.h"

#include "gui/bind/question.h"
#include "gui/bind/typing.h"
#include "gui/channels/buyerspanel.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

CustomerStanding::CustomerStanding(Desk &desk, Notice &notice) : m_desk(desk), m_notice(notice)
{
    m_channels = new TableModel<Buyer>(
        {{tr("Channel"), [](const Buyer &b) { return b.channelName; }, leftAligned, 160},
         {tr("Who may buy"), [](const Buyer &b) { return buyersLabel(b.open); }, leftAligned, 220},
         {tr("This customer"), buyerText, leftAligned, 170, [](const Buyer &b) { return b.waiting > 0 ? QVariant(theme::bad()) : QVariant(); }},
         {tr("Since"), [](const Buyer &b) { return momentText(b.since); }, leftAligned, 150},
         {tr("By"), [](const Buyer &b) { return b.by; }, leftAligned, 140}},
        this);
    m_table = makeTable(m_channels, tr("Channels"));
    m_table->setObjectName(QStringLiteral("buys-on"));
    m_table->setProperty(whenEmpty, tr("No channel is set up yet."));
    m_standing = new QLabel;
    m_standing->setObjectName(QStringLiteral("standing"));
    m_standing->setTextFormat(Qt::PlainText);
    m_change = new QPushButton(icon("pencil"), tr("Change…"));
    m_change->setObjectName(QStringLiteral("change-standing"));
    m_change->setEnabled(false);
    m_do = new QPushButton;
    m_do->setObjectName(QStringLiteral("approve"));
    auto *top = new QHBoxLayout;
    top->addWidget(m_standing);
    top->addWidget(m_change);
    top->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_do, 0, Qt::AlignLeft);
    connect(m_change, &QPushButton::clicked, this, &CustomerStanding::changeStandingOf);
    connect(m_do, &QPushButton::clicked, this, &CustomerStanding::approveOrWithdraw);
    connect(m_table, &QTableView::activated, this, &CustomerStanding::approveOrWithdraw);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showButton(); });
    showButton();
}

void CustomerStanding::show(Id<Party> customer)
{
    m_desk.askLater(
        this,
        [customer](Tx &tx) {
            const Party party = tx.get(customer);
            return View{party, standingOf(tx, party), channelsFor(tx, customer)};
        },
        [this](const Result<View> &view) {
            if (view)
                present(*view);
            else
                m_notice.refusal(view.error());
        });
}

void CustomerStanding::present(const View &view)
{
    m_view = view;
    m_change->setEnabled(true);
    m_standing->setText(tr("Standing: %1").arg(standingLabel(view.standing)));
    const int row = std::max(0, m_table->currentIndex().row());
    m_channels->setRows(view.channels);
    m_table->setCurrentIndex(m_channels->index(std::min(row, m_channels->rowCount() - 1), 0));
    showButton();
}

void CustomerStanding::showButton()
{
    const Buyer *on = m_channels->at(m_table->currentIndex());
    m_do->setEnabled(on);
    m_do->setText(on && on->approved ? tr("Withdraw") : tr("Approve on this channel"));
}

void CustomerStanding::changeStandingOf()
{
    const View view = m_view;
    auto *question = new Question(this, tr("May %1 buy?").arg(view.customer.displayName()), tr("Set it"));
    std::vector<std::pair<QString, QString>> choices;
    for (const Standing standing : {Standing::Good, Standing::CreditHold, Standing::Suspended})
        choices.emplace_back(standingWord(standing), standingLabel(standing));
    QComboBox *standing = question->addChoice("standing", tr("Standing"), choices);
    standing->setCurrentIndex(standing->findData(standingWord(view.standing)));
    question->ask([this, question, view]() -> Result<> {
        const Standing wanted = standingFromWord(question->text("standing")).value_or(view.standing);
        const auto resolved = m_desk.perform([&](Tx &tx) { return changeStanding(tx, view.customer.id, wanted); });
        if (!resolved)
            return resolved.error();
        m_notice.good(tr("%1: %2.").arg(view.customer.displayName(), standingLabel(wanted))
                      + (*resolved > 0 ? u' ' + tr("%n order(s) that waited go on.", nullptr, *resolved) : QString()));
        return Done{};
    });
}

void CustomerStanding::approveOrWithdraw()
{
    const Buyer *chosen = m_channels->at(m_table->currentIndex());
    if (!chosen)
        return;
    const Buyer on = *chosen;
    if (on.approved)
        m_notice.tell(m_desk.perform(withdrawBuyer, on.channel, on.customer), tr("Withdrawn on %1; what was ordered stays.").arg(on.channelName));
    else
        m_notice.tell(m_desk.perform([&](Tx &tx) { return approveBuyer(tx, on.channel, on.customer); }),
                      tr("Approved on %1 from now on.").arg(on.channelName));
}
