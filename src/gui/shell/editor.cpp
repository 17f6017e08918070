#include "gui/shell/editor.h"

#include "gui/shell/unfinished.h"

#include <QTimer>

Editor::Editor(Desk &desk, const QString &title, const char *iconName) : Place(desk, title, iconName), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(400);
    connect(m_timer, &QTimer::timeout, this, &Editor::keepNow);
    addAction("save", tr("Save"), QKeySequence::Save, [this] { save(); });
}

Editor::~Editor()
{
    if (m_timer->isActive())
        keepNow();
}

void Editor::watch(const QString &what, std::vector<FieldSet *> forms)
{
    m_what = what;
    m_forms = std::move(forms);
    for (FieldSet *form : m_forms)
        connect(form, &FieldSet::edited, this, [this] {
            collect();
            m_timer->start();
            showDirty();
        });
}

void Editor::resume()
{
    const QJsonObject typed = unfinished::kept(desk().session().scene().companyUid, m_what);
    if (typed.isEmpty())
        return;
    for (FieldSet *form : m_forms)
        form->retype(typed);
    showDirty();
    if (m_dirty)
        notice().offer(tr("What you typed last time is here again; it is not saved yet."), tr("Discard it"), [this] { discard(); });
}

void Editor::settled(const QString &what)
{
    m_timer->stop();
    unfinished::forget(desk().session().scene().companyUid, m_what);
    m_what = what;
    showDirty();
}

void Editor::discard()
{
    m_timer->stop();
    unfinished::forget(desk().session().scene().companyUid, m_what);
    forgetTyped();
    notice().clear();
    showDirty();
}

void Editor::collect()
{
    m_typed = {};
    for (const FieldSet *form : m_forms) {
        const QJsonObject part = form->typed();
        for (auto it = part.begin(); it != part.end(); ++it)
            m_typed.insert(it.key(), it.value());
    }
}

void Editor::keepNow()
{
    const QString company = desk().session().scene().companyUid;
    if (m_typed.isEmpty())
        unfinished::forget(company, m_what);
    else
        unfinished::keep(company, m_what, m_typed);
}

void Editor::showDirty()
{
    const bool dirty = std::any_of(m_forms.begin(), m_forms.end(), [](const FieldSet *form) { return form->isDirty(); });
    if (dirty == m_dirty)
        return;
    m_dirty = dirty;
    emit titleChanged();
}
