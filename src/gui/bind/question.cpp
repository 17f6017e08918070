#include "gui/bind/question.h"

#include "gui/bind/table.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

/// The fields: as high as they are, where the screen is; else they can be scrolled.
class FormArea : public QScrollArea {
public:
    explicit FormArea(QLayout *form)
    {
        auto *fields = new QWidget;
        form->setContentsMargins(0, 0, 0, 0);
        fields->setLayout(form);
        setWidget(fields);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        fields->setAutoFillBackground(false);
        viewport()->setAutoFillBackground(false);
    }
    QSize sizeHint() const override
    {
        const int room = screen()->availableSize().height() - fontMetrics().lineSpacing() * 9; // for title, notice and buttons
        const QSize wanted = widget()->sizeHint();
        return {wanted.width(), std::min(wanted.height(), room)};
    }
    QSize minimumSizeHint() const override
    {
        return {widget()->minimumSizeHint().width(), std::min(widget()->minimumSizeHint().height(), sizeHint().height())};
    }
};

} // namespace

Question::Question(QWidget *parent, const QString &title, const QString &verb) : QDialog(parent), m_form(new QFormLayout), m_notice(new Notice)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setMinimumWidth(420);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(new FormArea(m_form), 1);
    auto *buttons = new QDialogButtonBox;
    m_do = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_do->setObjectName(QStringLiteral("do"));
    m_do->setDefault(true);
    m_order.push_back(m_do);
    m_order.push_back(buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole));
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const auto done = m_act();
        if (m_notice->tell(done))
            accept();
    });
}

void Question::addField(const char *name, const QString &label, QWidget *widget)
{
    widget->setObjectName(QString::fromLatin1(name));
    widget->setAccessibleName(label);
    m_form->addRow(label, widget);
    m_fields[QString::fromLatin1(name)] = widget;
    m_order.insert(m_order.end() - 2, widget);
}

QLineEdit *Question::addText(const char *name, const QString &label, const QString &value)
{
    auto *edit = new QLineEdit(value);
    addField(name, label, edit);
    return edit;
}

QLabel *Question::addWords(const QString &text)
{
    auto *words = new QLabel(text);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_form->addRow(words);
    return words;
}

void Question::showField(const char *name, bool shown)
{
    m_form->setRowVisible(m_fields.at(QString::fromLatin1(name)), shown);
    fit();
}

void Question::fit()
{
    const QMargins margins = layout()->contentsMargins();
    setMinimumWidth(std::max(minimumWidth(), m_form->minimumSize().width() + margins.left() + margins.right()));
}

void Question::setLabel(const char *name, const QString &label)
{
    QWidget *field = m_fields.at(QString::fromLatin1(name));
    field->setAccessibleName(label);
    qobject_cast<QLabel *>(m_form->labelForField(field))->setText(label);
    fit();
}

DayEdit *Question::addDay(const char *name, const QString &label, QDate value)
{
    auto *edit = new DayEdit;
    edit->setDay(value);
    addField(name, label, edit);
    return edit;
}

QComboBox *Question::addChoice(const char *name, const QString &label, const std::vector<std::pair<QString, QString>> &choices)
{
    auto *box = new QComboBox;
    for (const auto &[value, text] : choices)
        box->addItem(text, value);
    addField(name, label, box);
    return box;
}

QTableWidget *Question::addQuantities(const QStringList &titles, const std::vector<QStringList> &rows)
{
    m_table = new QTableWidget(int(rows.size()), int(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->setAccessibleName(titles.back());
    m_table->setObjectName(QStringLiteral("quantities"));
    m_table->verticalHeader()->hide();
    m_table->setCornerButtonEnabled(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    for (int r = 0; r < int(rows.size()); ++r)
        for (int c = 0; c < titles.size(); ++c) {
            auto *item = new QTableWidgetItem(rows[size_t(r)].value(c));
            if (c + 1 < titles.size())
                item->setFlags(Qt::ItemIsEnabled);
            if (c > 0)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(r, c, item);
        }
    for (int c = 1; c < titles.size(); ++c)
        setWidth(m_table, c, m_table->columnWidth(c));
    m_form->addRow(m_table);
    m_order.insert(m_order.end() - 2, m_table);
    setMinimumWidth(620);
    return m_table;
}

QString Question::text(const char *name) const
{
    const auto found = m_fields.find(QString::fromLatin1(name));
    if (found == m_fields.end())
        return {};
    if (const auto *edit = qobject_cast<QLineEdit *>(found->second))
        return edit->text().trimmed();
    return qobject_cast<QComboBox *>(found->second)->currentData().toString();
}

std::optional<QDate> Question::day(const char *name) const { return qobject_cast<DayEdit *>(m_fields.at(QString::fromLatin1(name)))->day(); }

QString Question::content() const
{
    QString all;
    for (const auto &[name, widget] : m_fields)
        all += text(name.toLatin1().constData()) + u'\n';
    return all + quantities().join(u'\n');
}

void Question::reject()
{
    if (!m_warned && content() != m_asked) {
        m_warned = true;
        m_notice->say(Notice::Tone::Warning, tr("What you typed here is not done yet. Close once more to give it up."));
        return;
    }
    QDialog::reject();
}

QStringList Question::quantities() const
{
    QStringList all;
    for (int r = 0; m_table && r < m_table->rowCount(); ++r)
        all << m_table->item(r, m_table->columnCount() - 1)->text().trimmed();
    return all;
}

void Question::ask(std::function<Result<>()> act)
{
    m_act = std::move(act);
    m_asked = content();
    for (size_t i = 1; i < m_order.size(); ++i)
        setTabOrder(m_order[i - 1], m_order[i]);
    m_order.front()->setFocus();
    fit();
    open();
}
