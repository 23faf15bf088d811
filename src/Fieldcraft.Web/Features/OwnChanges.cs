using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Features;

/// <summary>How a change of something of one's own ended.</summary>
public readonly record struct SaveResult(SaveEnd End, int Version, Refusal? Refusal)
{
    public bool IsSaved => End == SaveEnd.Saved;
}

/// <summary>Changing and removing a sealed thing of its owner: the same for every room, for pages and API alike.</summary>
internal static class OwnChanges
{
    /// <summary>Changes what was found, over the version it was seen in.</summary>
    /// <param name="found">Null where it is not there, or not the viewer's.</param>
    public static async Task<SaveResult> ChangeAsync<T>(
        this FieldcraftDb db,
        T? found,
        int version,
        Func<T, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
        where T : class, IAggregate
    {
        if (found is null)
        {
            return new(SaveEnd.NotFound, 0, null);
        }

        if (found.Version != version)
        {
            return new(SaveEnd.ChangedMeanwhile, found.Version, null);
        }

        if ((await change(found)).Refusal is { } refusal)
        {
            return new(SaveEnd.Refused, found.Version, refusal);
        }

        return await db.TrySaveAsync(cancellationToken) ? new(SaveEnd.Saved, found.Version, null) : new(SaveEnd.ChangedMeanwhile, 0, null);
    }

    /// <summary>Removes what was found, its row first and then its key.</summary>
    public static async Task<SaveResult> RemoveAsync<T>(
        this FieldcraftDb db,
        Vault vault,
        T? found,
        Guid document,
        int version,
        Action<T> tell,
        CancellationToken cancellationToken
    )
        where T : class, IAggregate
    {
        var removed = await db.ChangeAsync(
            found,
            version,
            row =>
            {
                tell(row);
                db.Remove(row);
                return Task.FromResult(Outcome.Done);
            },
            cancellationToken
        );
        if (removed.IsSaved)
        {
            await vault.DestroyAsync(document, cancellationToken);
        }

        return removed;
    }

    /// <summary>A change of something that is there already, over the version in If-Match; without one it is asked for.</summary>
    public static async Task<IResult> ChangeAsync(
        this HttpContext http,
        Guid id,
        object? yours,
        Func<int, Task<SaveResult>> change,
        Func<Task<object?>> theirs
    ) =>
        http.Request.VersionMatched() is { } version
            ? await http.AnswerAsync(await change(version), id, yours, theirs)
            : Problem.IfMatchNeeded.Result();

    /// <summary>As <see cref="ChangeAsync"/> for a removal, which answers nothing.</summary>
    public static async Task<IResult> RemoveAsync(
        this HttpContext http,
        Guid id,
        Func<int, Task<SaveResult>> remove,
        Func<Task<object?>> theirs
    )
    {
        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var removed = await remove(version);
        return removed.IsSaved ? Results.NoContent() : await http.AnswerAsync(removed, id, null, theirs);
    }

    /// <summary>What the API answers to a change of something that is there already.</summary>
    /// <param name="theirs">What is saved now; read only where somebody saved meanwhile.</param>
    public static async Task<IResult> AnswerAsync(
        this HttpContext http,
        SaveResult result,
        Guid id,
        object? yours,
        Func<Task<object?>> theirs
    )
    {
        switch (result.End)
        {
            case SaveEnd.NotFound:
                return Problem.NotFound.Result();
            case SaveEnd.Refused:
                return Problem.Refused(result.Refusal!);
            case SaveEnd.ChangedMeanwhile:
                return Problem.Meanwhile(yours, await theirs());
            default:
                http.Response.SetVersion(result.Version);
                return Results.Ok(new Changed(id, result.Version));
        }
    }
}
