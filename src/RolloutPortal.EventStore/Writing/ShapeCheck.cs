using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.EventStore.Writing;

/// <summary>Whether the tables that a group is about to fold are the live ones, seen under the append lock.</summary>
internal static class ShapeCheck
{
    /// <returns>Null when all is well. <see cref="ShapeChangedException"/>: another process took a table over.
    /// <see cref="ShapeAppearedException"/>: a table has been built meanwhile, here or elsewhere, and the group must fold it.</returns>
    public static Exception? Of(ReadModelSet models, Func<ReadTable, bool> isFolded, GroupSight seen)
    {
        var appeared = false;
        foreach (var table in models.Tables)
        {
            var isCurrent = seen.Progress.GetValueOrDefault(table.ProgressName, -1) == seen.Head;
            if (isFolded(table) && !isCurrent) return new ShapeChangedException(table.Name);
            if (isFolded(table) || !isCurrent) continue;
            table.IsLive = true;
            appeared = true;
        }

        return appeared ? new ShapeAppearedException() : null;
    }
}

/// <summary>A table became live between the first look and the lock: the group is to be tried again, with it.</summary>
internal sealed class ShapeAppearedException : Exception;
