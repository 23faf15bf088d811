using Fieldcraft.Domain.Conversations;

namespace Fieldcraft.Web.Features.Conversations.Api;

/// <summary>A session in a list.</summary>
public sealed record SessionLineJson(
    Guid Id,
    string Name,
    string Script,
    SessionState State,
    DateOnly? On,
    TimeOnly? Time,
    string? TimeZone,
    SessionRole Role,
    bool Joined,
    int Version
)
{
    public static SessionLineJson Of(SessionLine line) =>
        new(
            line.Session.Id.Value,
            line.Session.Name,
            line.Session.Script,
            line.Session.State,
            line.Session.On,
            line.Session.Time,
            line.Session.TimeZone,
            line.Me.Role,
            line.Me.IsThere,
            line.Session.Version
        );
}

/// <summary>A session as one of its members sees it. Of the others' answers there are only those that were revealed in the present stage.</summary>
public sealed record SessionJson(
    Guid Id,
    string Name,
    string Script,
    SessionState State,
    string? Code,
    DateOnly? On,
    TimeOnly? Time,
    string? TimeZone,
    IReadOnlyList<StageJson> Stages,
    int Stage,
    DateTimeOffset? StageEndsAt,
    double? SecondsLeft,
    long Pulse,
    int There,
    int Written,
    IReadOnlyList<MemberJson> Members,
    IReadOnlyList<SessionAnswerJson> Own,
    IReadOnlyList<ShownAnswerJson> Shown,
    Guid? Assignment,
    int Version
)
{
    public static SessionJson Of(OpenSession open)
    {
        var session = open.Session;
        return new(
            session.Id.Value,
            session.Name,
            session.Script,
            session.State,
            session.Code,
            session.On,
            session.Time,
            session.TimeZone,
            [.. session.Stages.Select(s => new StageJson(s.Key, s.Kind, s.Minutes, s.Question, s.Of, s.Turn))],
            session.Stage,
            session.StageEndsAt,
            session.Remaining?.TotalSeconds,
            session.Pulse,
            open.There,
            open.Written,
            [.. open.People.Select(p => new MemberJson(p.Id.Value, p.PersonId.Value, p.Name, p.Role, p.IsThere))],
            [.. open.Own.Select(a => new SessionAnswerJson(a.Id.Value, a.Stage, a.Text, a.Shows, a.IsRevealed, a.HasLanded, a.Version))],
            [.. open.Shown.Select(a => new ShownAnswerJson(a.Id.Value, a.Stage, a.AuthorId.Value, a.Author, a.Text, a.IsHidden))],
            open.Me.AssignmentId?.Value,
            session.Version
        );
    }
}

/// <param name="Of">The place of the stage whose answers are revealed or talked about.</param>
public sealed record StageJson(string Key, StageKind Kind, int Minutes, string? Question, int? Of, Guid? Turn);

public sealed record MemberJson(Guid Id, Guid Person, string Name, SessionRole Role, bool There);

public sealed record SessionAnswerJson(Guid Id, int Stage, string Text, bool Shows, bool Revealed, bool InInquiry, int Version);

public sealed record ShownAnswerJson(Guid Id, int Stage, Guid Author, string Name, string Text, bool Hidden);
