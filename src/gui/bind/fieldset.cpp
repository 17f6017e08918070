#include "gui/bind/fieldset.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace {

QString contentOf(const QWidget *widget)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    return qobject_cast<const QCheckBox *>(widget)->isChecked() ? QStringLiteral("1") : QString();
}

void setContent(QWidget *widget, const QString &content)
{
    if (auto *edit = qobject_cast<QLineEdit *>(widget))
        edit->setText(content);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(widget))
        text->setPlainText(content);
    else if (auto *box = qobject_cast<QComboBox *>(widget))
        box->setCurrentText(content);
    else
        qobject_cast<QCheckBox *>(widget)->setChecked(!content.isEmpty());
}

} // namespace

void FieldSet::goOnIn(QFormLayout *layout)
{
    m_layout = layout;
    m_layout->setVerticalSpacing(8); // else that of the layout around it
    m_layout->setHorizontalSpacing(12);
}

bool FieldSet::isDirty() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const Field &field) { return contentOf(field.widget) != field.shown; });
}

QJsonObject FieldSet::typed() const
{
    QJsonObject all;
    for (const Field &field : m_fields)
        if (const QString content = contentOf(field.widget); content != field.shown)
            all.insert(field.widget->objectName(), content);
    return all;
}

void FieldSet::retype(const QJsonObject &typed)
{
    const QSignalBlocker quiet(this);
    for (const Field &field : m_fields)
        if (const auto content = typed.value(field.widget->objectName()); content.isString())
            setContent(field.widget, content.toString());
}

void FieldSet::focusTrouble()
{
    for (const Field &field : m_fields)
        if (!field.complaint->text().isEmpty()) {
            field.widget->setFocus();
            return;
        }
}

void FieldSet::add(const QString &label, QWidget *widget, const char *name)
{
    widget->setObjectName(QString::fromLatin1(name));
    auto *complaint = new QLabel;
    complaint->setObjectName(QStringLiteral("complaint"));
    complaint->setTextFormat(Qt::PlainText);
    complaint->setWordWrap(true);
    complaint->hide();
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(widget);
    column->addWidget(complaint);
    m_layout->addRow(label, column);
    if (!label.isEmpty()) {
        widget->setAccessibleName(QString(label).remove(u'&'));
        qobject_cast<QLabel *>(m_layout->labelForField(column))->setBuddy(widget);
    }
    const size_t index = m_fields.size();
    m_fields.push_back({widget, complaint, {}, {}});
    const auto change = [this, index] { changed(index); };
    if (auto *edit = qobject_cast<QLineEdit *>(widget)) {
        connect(edit, &QLineEdit::textEdited, this, change);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(widget)) {
        text->setTabChangesFocus(true);
        text->setMaximumHeight(text->fontMetrics().lineSpacing() * 5);
        connect(text, &QPlainTextEdit::textChanged, this, change);
    } else if (auto *box = qobject_cast<QComboBox *>(widget)) {
        connect(box, &QComboBox::activated, this, change);
    } else if (auto *check = qobject_cast<QCheckBox *>(widget)) {
        connect(check, &QCheckBox::clicked, this, change);
    }
}

void FieldSet::onLeft(size_t index, std::function<void()> check)
{
    m_fields[index].check = std::move(check);
    if (auto *edit = qobject_cast<QLineEdit *>(m_fields[index].widget))
        connect(edit, &QLineEdit::editingFinished, this, [this, index] { m_fields[index].check(); });
}

bool FieldSet::complain(size_t index, const QString &problem)
{
    const Field &field = m_fields[index];
    field.complaint->setText(problem);
    field.complaint->setVisible(!problem.isEmpty());
    field.widget->setAccessibleDescription(problem);
    return problem.isEmpty();
}

void FieldSet::remember()
{
    for (size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i].shown = contentOf(m_fields[i].widget);
        complain(i, {});
    }
}

/// A complaint goes away as soon as the field can be read; a new one waits until the field is left.
void FieldSet::changed(size_t index)
{
    if (const Field &field = m_fields[index]; !field.complaint->text().isEmpty() && field.check)
        field.check();
    emit edited();
}

QString FieldSet::notANumber() { return tr("This is no number, or has too many digits after the point."); }
QString FieldSet::notADay() { return tr("This is no day. Try 31.1., t for today, or +7."); }
