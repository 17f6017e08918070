#include "gui/advisor/advisorplace.h"

#include "gui/bind/typing.h"
#include "gui/shell/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace channels::advisor;

namespace {

QString hours(int minutes) { return AdvisorPlace::tr("%1 h").arg(QLocale().toString(minutes / 60.0, 'f', 1)); }

} // namespace

AdvisorPlace::AdvisorPlace(Desk &desk) : Place(desk, tr("Advisor"), "circle-help")
{
    addAction("refresh-cw", tr("Measure again"), QKeySequence::Refresh, [this] { measureAgain(); });
    auto *form = new QFormLayout;
    const auto number = [&](const char *name, const QString &question, int most, int value = 0) {
        auto *box = new QSpinBox;
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(question);
        box->setRange(0, most);
        box->setValue(value);
        form->addRow(question, box);
        connect(box, &QSpinBox::valueChanged, this, &AdvisorPlace::advise);
        return box;
    };
    m_orders = number("orders", tr("Online orders on a working day"), 100'000);
    m_orderStaff = number("orderStaff", tr("People whose job is handling orders"), 1000);
    m_warehouseStaff = number("warehouseStaff", tr("People who pick, pack and ship"), 1000);
    m_buyers = new QComboBox;
    m_buyers->setObjectName(QStringLiteral("buyers"));
    m_buyers->setAccessibleName(tr("Who may buy"));
    for (const Buyers buyers : {Buyers::Anyone, Buyers::Approved, Buyers::Invited})
        m_buyers->addItem(buyersLabel(buyers), int(buyers));
    form->addRow(tr("Who may buy"), m_buyers);
    connect(m_buyers, &QComboBox::currentIndexChanged, this, &AdvisorPlace::advise);
    m_others = number("others", tr("Other places that sell the same stock"), 100);
    m_prices = new QCheckBox(tr("Some customers have prices of their own"));
    m_prices->setObjectName(QStringLiteral("prices"));
    form->addRow(QString(), m_prices);
    connect(m_prices, &QCheckBox::toggled, this, &AdvisorPlace::advise);
    m_seconds = number("seconds", tr("Seconds to enter an order by hand"), 3600, Situation().secondsPerOrder);
    m_wage = new QLineEdit;
    m_wage->setObjectName(QStringLiteral("wage"));
    m_wage->setAccessibleName(tr("Cost of an hour of work"));
    form->addRow(tr("Cost of an hour of work"), m_wage);
    connect(m_wage, &QLineEdit::textChanged, this, &AdvisorPlace::advise);

    m_answer = new QLabel;
    m_answer->setObjectName(QStringLiteral("answer"));
    QFont large = m_answer->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_answer->setFont(large);
    m_reasons = new QLabel;
    m_sources = new QLabel;
    for (QLabel *label : {m_answer, m_reasons, m_sources}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    auto *questions = new QWidget;
    auto *left = new QVBoxLayout(questions);
    left->setContentsMargins(0, 0, 0, 0);
    left->addLayout(form);
    left->addWidget(m_sources);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_answer);
    right->addWidget(m_reasons);
    m_costs = new TableModel<Cost>(
        {{tr("Level"), [](const Cost &c) { return levelLabel(c.level); }, leftAligned, 130},
         {tr("Work a month"), [](const Cost &c) { return hours(c.minutesPerMonth); }, rightAligned, 95},
         {tr("Saved a month"), [](const Cost &c) { return hours(c.savedPerMonth); }, rightAligned, 95},
         {tr("Worth"), [](const Cost &c) { return c.savedMoney.toString(QLocale()); }, rightAligned, 90},
         {tr("To set up"), [](const Cost &c) { return hours(c.setUpMinutes); }, rightAligned, 75},
         {tr("Has paid after"),
          [](const Cost &c) { return c.level == 1    ? QString()
                                     : c.payBackDays ? tr("%n working day(s)", nullptr, *c.payBackDays)
                                                     : tr("never"); },
          rightAligned, 120}},
        this);
    right->addWidget(makeTable(m_costs, tr("What the levels cost and save")), 1);
    auto *row = new QHBoxLayout;
    m_channel = new QComboBox;
    m_channel->setObjectName(QStringLiteral("channel"));
    m_channel->setAccessibleName(tr("Channel"));
    m_level = new QComboBox;
    m_level->setObjectName(QStringLiteral("level"));
    m_level->setAccessibleName(tr("Level"));
    for (const int level : {1, 2, 3})
        m_level->addItem(levelLabel(level), level);
    m_do = new QPushButton(icon("check"), tr("Set the channel up"));
    m_do->setObjectName(QStringLiteral("setUp"));
    connect(m_do, &QPushButton::clicked, this, &AdvisorPlace::setUp);
    row->addWidget(m_channel);
    row->addWidget(m_level);
    row->addWidget(m_do);
    row->addStretch(1);
    right->addLayout(row);
    auto *both = new QHBoxLayout;
    both->addWidget(questions);
    both->addLayout(right, 1);
    content()->addLayout(both, 1);
}

void AdvisorPlace::enter() { m_orders->setFocus(); }

void AdvisorPlace::refresh()
{
    const auto all = desk().ask([](Tx &tx) {
        std::vector<std::pair<QString, int>> named;
        for (const Channel &channel : allChannels(tx))
            named.emplace_back(channel.name, levelOf(tx, channel));
        return named;
    });
    if (!all) {
        notice().refusal(all.error());
        return;
    }
    const QString chosen = m_channel->currentData().toString();
    m_channel->clear();
    for (const auto &[name, level] : *all)
        m_channel->addItem(tr("%1 (now %2)").arg(name, levelLabel(level)), name);
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(chosen)));
    m_do->setEnabled(!all->empty());
    if (!m_measured)
        measureAgain();
}

void AdvisorPlace::measureAgain()
{
    const auto found = desk().ask([this](Tx &tx) { return measure(tx, situation()); });
    if (!found) {
        notice().refusal(found.error());
        return;
    }
    m_measured = true;
    m_orders->setValue(found->situation.ordersPerDay);
    m_others->setValue(found->situation.otherChannels);
    m_buyers->setCurrentIndex(m_buyers->findData(int(found->situation.buyers)));
    m_prices->setChecked(found->situation.customerPrices);
    m_seconds->setValue(found->situation.secondsPerOrder);
    m_sources->setText(found->sources.isEmpty() ? tr("Nothing could be measured yet.") : tr("Measured:") + u'\n' + found->sources.join(u'\n'));
    advise();
}

Situation AdvisorPlace::situation() const
{
    Situation s;
    s.ordersPerDay = m_orders->value();
    s.orderStaff = m_orderStaff->value();
    s.warehouseStaff = m_warehouseStaff->value();
    s.buyers = Buyers(m_buyers->currentData().toInt());
    s.otherChannels = m_others->value();
    s.customerPrices = m_prices->isChecked();
    s.secondsPerOrder = m_seconds->value();
    const Currency currency = const_cast<AdvisorPlace *>(this)->desk().session().currency();
    s.hourlyWage = typedMoney(m_wage->text(), currency).value_or(Money(0, currency));
    return s;
}

void AdvisorPlace::advise()
{
    const Advice advice = channels::advisor::advise(situation());
    m_answer->setText(tr("Level %1. %2.").arg(levelLabel(advice.level), storeLabel(advice.store)));
    m_reasons->setText(advice.reasons.join(u'\n'));
    m_costs->setRows(advice.costs);
    m_level->setCurrentIndex(std::max(0, m_level->findData(std::min(advice.level, 3))));
}

void AdvisorPlace::setUp()
{
    const QString name = m_channel->currentData().toString();
    const int level = m_level->currentData().toInt();
    const Buyers buyers = situation().buyers;
    const auto done = desk().perform([&](Tx &tx) -> Result<> {
        const auto channel = channelByName(tx, name);
        if (!channel)
            return channel.error();
        return channels::advisor::setUp(tx, channel->id, level, buyers);
    });
    notice().tell(done, tr("%1 works at level %2 from now on. Channels, tab Schedule, shows when.").arg(name, levelLabel(level)) + u' '
                            + tr("Who may buy: %1.").arg(buyersLabel(buyers)));
}
