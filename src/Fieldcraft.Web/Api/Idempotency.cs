using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Api;

/// <summary>
/// A POST with an Idempotency-Key is carried out once. Sent again, by the same person to the same address with the same body, it gets the same
/// answer for a day. A request that was refused changed nothing; sent again it is asked again.
/// </summary>
/// <remarks>The claim on the key is saved anew together with the operation's first save, so that a server killed between the change and its answer
/// never carries the change out twice.</remarks>
internal sealed class Idempotency(RequestDelegate next, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";
    public const int MostLetters = 200;
    private const int Looks = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>After so long a claim without a change belongs to a node that died.</summary>
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromMinutes(2);

    public async Task InvokeAsync(HttpContext http, FieldcraftDb db, KeyStore keys)
    {
        if (
            !HttpMethods.IsPost(http.Request.Method)
            || !http.Request.Headers.TryGetValue(Header, out var sent)
            || http.GetEndpoint()?.Metadata.GetMetadata<RepeatsFreely>() is not null
        )
        {
            await next(http);
            return;
        }

        if (sent is not [{ Length: > 0 and <= MostLetters } key] || !key.All(c => c is > ' ' and <= '~'))
        {
            await InputProblem.Of(Header, "wrong-kind", MostLetters).ExecuteAsync(http);
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        http.Request.Body = body;
        var seal = await IdempotencySeal.OfAsync(http, key, keys, http.RequestAborted);
        var mark = seal.Mark(body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;

        for (var look = 0; look < Looks; look++)
        {
            var known = await db.IdempotentRequests.AsNoTracking().FirstOrDefaultAsync(r => r.KeyHash == seal.Row, http.RequestAborted);
            if (known is null || IsOver(known))
            {
                if (await ClaimAsync(db, seal, mark, known, http))
                {
                    await CarryOutAsync(http, db, seal);
                    return;
                }
            }
            else if (!known.BodyHash.AsSpan().SequenceEqual(mark))
            {
                await Problem.KeyReused.Result().ExecuteAsync(http);
                return;
            }
            else if (known.Answer is { } kept)
            {
                await AnswerAgainAsync(http, seal.Open(kept));
                return;
            }
            else if (known.ChangedAt is not null && clock.GetUtcNow() - known.BegunAt > ClaimHolds)
            {
                await Problem.AnswerLost.Result().ExecuteAsync(http);
                return;
            }

            await Task.Delay(BetweenLooks, http.RequestAborted);
        }

        http.Response.Headers.RetryAfter = "1";
        await Problem.KeyInUse.Result().ExecuteAsync(http);
    }

    /// <summary>Whether nobody needs the row any more: a day has gone, or a node died before it changed anything.</summary>
    private bool IsOver(IdempotentRequest known)
    {
        var age = clock.GetUtcNow() - known.BegunAt;
        return age > IdempotentRequest.KeptFor || (known is { Answer: null, ChangedAt: null } && age > ClaimHolds);
    }

    private async Task<bool> ClaimAsync(FieldcraftDb db, IdempotencySeal seal, byte[] mark, IdempotentRequest? over, HttpContext http)
    {
        if (over is not null)
        {
            await db.WriteAsync(
                () =>
                    db
                        .IdempotentRequests.Where(r => r.KeyHash == over.KeyHash && r.BegunAt == over.BegunAt)
                        .ExecuteDeleteAsync(http.RequestAborted),
                http.RequestAborted
            );
        }

        var claim = new IdempotentRequest
        {
            KeyHash = seal.Row,
            OwnerId = http.ViewerOrNull()?.PersonId,
            BodyHash = mark,
            BegunAt = clock.GetUtcNow(),
        };
        db.Add(claim);
        try
        {
            await db.SaveChangesAsync(http.RequestAborted);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.IdempotentRequests.AnyAsync(r => r.KeyHash == claim.KeyHash, http.RequestAborted))
            {
                return false;
            }

            throw;
        }

        // Tracked and not saved yet: the operation's own save takes it along.
        claim.ChangedAt = claim.BegunAt;
        return true;
    }

    private async Task CarryOutAsync(HttpContext http, FieldcraftDb db, IdempotencySeal seal)
    {
        var row = db.IdempotentRequests.Where(r => r.KeyHash == seal.Row);
        var outside = http.Response.Body;
        using var inside = new MemoryStream();
        http.Response.Body = inside;
        try
        {
            await next(http);
        }
        catch
        {
            http.Response.Body = outside;
            await db.WriteAsync(
                () => row.Where(r => r.ChangedAt == null).ExecuteDeleteAsync(CancellationToken.None),
                CancellationToken.None
            );
            throw;
        }

        http.Response.Body = outside;
        if (http.Response.StatusCode is >= 200 and < 300)
        {
            var headers = http.Response.Headers;
            var answer = new KeptAnswer(
                http.Response.StatusCode,
                headers.Location,
                headers.ETag,
                http.Response.ContentType,
                inside.ToArray()
            );
            var closed = seal.Close(answer);
            await db.WriteAsync(
                () => row.ExecuteUpdateAsync(r => r.SetProperty(x => x.Answer, closed), CancellationToken.None),
                CancellationToken.None
            );
        }
        else
        {
            await db.WriteAsync(() => row.ExecuteDeleteAsync(CancellationToken.None), CancellationToken.None);
        }

        inside.Position = 0;
        await inside.CopyToAsync(outside, http.RequestAborted);
    }

    private static async Task AnswerAgainAsync(HttpContext http, KeptAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.Headers.Location = answer.Location;
        http.Response.Headers.ETag = answer.ETag;
        http.Response.ContentType = answer.ContentType;
        http.Response.Headers["Idempotency-Replayed"] = "true";
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }
}

/// <summary>Marks a POST that may run again without harm, and whose answer is not kept: a calculation, a sign-in, a search.</summary>
public sealed class RepeatsFreely;

public static class RepeatsFreelyExtensions
{
    /// <summary>Says that a POST changes nothing that a repeat would change twice. It takes an Idempotency-Key and needs none.</summary>
    public static TBuilder RepeatsFreely<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RepeatsFreely());
}
