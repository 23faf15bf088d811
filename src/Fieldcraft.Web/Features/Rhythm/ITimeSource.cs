using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>Time that a room asks of a person. <paramref name="Word"/> is a key that says for what, without any private text.</summary>
/// <param name="AskedBy">Whose request it is; null where it is the person's own.</param>
public sealed record AskedTime(string Word, DateOnly On, int Minutes, string? Address = null, PersonId? AskedBy = null);

/// <summary>A room that asks for time in another way than by appointments; the load account adds all of them up.</summary>
public interface ITimeSource
{
    Task<IReadOnlyList<AskedTime>> AskedAsync(PersonId person, DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
